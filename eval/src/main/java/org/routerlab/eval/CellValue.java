package org.routerlab.eval;

/** A number for a model on a query of a test set, such as its score or its cost. */
@FunctionalInterface
public interface CellValue {

  /** The value for {@code model} on {@code row}. */
  double of(int row, int model);
}
