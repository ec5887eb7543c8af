package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.List;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Require;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.eval.Evaluation;
import org.routerlab.eval.RouterRuns;
import org.routerlab.eval.calibrate.Calibrator;

/**
 * Adds calibrated predictions to the runs of a router: every seed is calibrated on its own
 * validation predictions.
 *
 * @param calibrator the same for all routers
 * @param validation the outcomes of the validation queries; may be empty
 * @param deciding what calibrated scores decide
 */
record Calibrating(Calibrator calibrator, OutcomeTable validation, Deciding deciding) {

  /** A Platt fit a model, or nothing where there is no validation part to fit on. */
  static Calibrating on(OutcomeTable validation, Deciding deciding) {
    return new Calibrating(
        validation.size() == 0 ? Calibrator.IDENTITY : Calibrator.PLATT_PER_MODEL,
        validation,
        deciding);
  }

  /**
   * The same runs with calibrated ones beside them; unchanged where scores stay as they are, or the
   * router predicts none.
   *
   * @param onValidation what each seed predicted for the validation queries
   * @param onTest what the same seeds predicted for the test queries
   */
  RouterRuns add(RouterRuns raw, List<Predictions> onValidation, List<Predictions> onTest) {
    Require.equal("validation predictions", onValidation.size(), "runs", raw.seeds().size());
    Require.equal("test predictions", onTest.size(), "runs", raw.seeds().size());
    if (calibrator == Calibrator.IDENTITY) {
      return raw;
    }
    List<Evaluation> calibrated = new ArrayList<>();
    for (int seed = 0; seed < onTest.size(); seed++) {
      if (!(onTest.get(seed) instanceof Predictions.Scored test)
          || !(onValidation.get(seed) instanceof Predictions.Scored fitted)) {
        return raw;
      }
      FloatMatrix scores =
          calibrator.fit(fitted.kind(), fitted.scores(), validation).apply(test.scores());
      calibrated.add(
          deciding.evaluate(raw.router(), raw.test(), test, ScoreKind.PROBABILITY, scores));
    }
    return new RouterRuns(raw.router(), raw.seeds(), calibrated);
  }
}
