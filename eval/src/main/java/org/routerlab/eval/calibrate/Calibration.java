package org.routerlab.eval.calibrate;

import java.util.List;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/** A fitted calibrator: one curve a model. Immutable. */
public final class Calibration {

  private final Calibrator calibrator;
  private final Centring centring;
  private final List<ScoreCurve> curves;
  private final List<String> notes;

  Calibration(
      Calibrator calibrator, Centring centring, List<ScoreCurve> curves, List<String> notes) {
    this.calibrator = calibrator;
    this.centring = centring;
    this.curves = List.copyOf(curves);
    this.notes = List.copyOf(notes);
  }

  /** What was asked for. */
  public Calibrator calibrator() {
    return calibrator;
  }

  /** Where something else was done than asked for, and why; a sentence each. */
  public List<String> notes() {
    return notes;
  }

  /**
   * The calibrated predictions.
   *
   * @param predictions queries × models, finite, of the router it was fitted on
   */
  public FloatMatrix apply(FloatMatrix predictions) {
    int models = curves.size();
    Require.equal("prediction columns", predictions.columns(), "calibrated models", models);
    float[] all = new float[Math.multiplyExact(predictions.rows(), models)];
    float[] scores = new float[models];
    double[] centred = new double[models];
    for (int row = 0; row < predictions.rows(); row++) {
      predictions.copyRow(row, scores, 0);
      centring.apply(scores, centred);
      for (int model = 0; model < models; model++) {
        all[row * models + model] = (float) curves.get(model).value(centred[model]);
      }
    }
    return FloatMatrix.wrap(predictions.rows(), models, all);
  }

  @Override
  public String toString() {
    return calibrator + " of " + curves.size() + " models" + (notes.isEmpty() ? "" : " " + notes);
  }
}
