package org.routerlab.experiments;

import java.util.List;
import org.routerlab.eval.BaselineDifferences;
import org.routerlab.eval.Curve;
import org.routerlab.eval.ErrorExchange;
import org.routerlab.eval.HardEasyGap;
import org.routerlab.eval.HoldOutChange;
import org.routerlab.eval.PlateauBand;

/** The analyses that docs/metrics.md describes, in its order. */
final class DocumentedAnalyses {

  static final List<Class<?>> ALL =
      List.of(
          PlateauBand.class,
          HardEasyGap.class,
          ErrorExchange.class,
          BaselineDifferences.class,
          Curve.class,
          HoldOutChange.class);

  private DocumentedAnalyses() {}
}
