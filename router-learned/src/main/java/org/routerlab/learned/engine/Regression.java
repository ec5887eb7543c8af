package org.routerlab.learned.engine;

import java.util.function.UnaryOperator;
import org.routerlab.core.matrix.FloatMatrix;

/** A way of fitting a function from vectors to numbers, for several numbers at once. */
@FunctionalInterface
public interface Regression {

  /**
   * Fits one function a column of {@code targets}.
   *
   * @param inputs rows × features
   * @param targets the same rows × columns, all finite; no column is constant
   * @return vectors to columns; thread-safe; each row of its result depends on that row alone
   */
  UnaryOperator<FloatMatrix> fit(FloatMatrix inputs, FloatMatrix targets);
}
