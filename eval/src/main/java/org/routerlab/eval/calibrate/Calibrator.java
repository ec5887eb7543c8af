package org.routerlab.eval.calibrate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Require;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * How scores are brought to the scale of accuracy, so that a cost may be deducted from them.
 *
 * <p>No calibrator turns the order of two scores of one model round. All but {@link #IDENTITY}
 * centre a {@link ScoreKind#PAIRWISE_LOGIT} on each query first, since it is known only up to a
 * constant there. Permuting the models changes nothing, to the last bit.
 */
public enum Calibrator {
  /** The scores as they are. */
  IDENTITY {
    @Override
    List<ScoreCurve> curves(ValidationScores data, List<String> notes) {
      return all(data, score -> score);
    }
  },
  /** 1 / (1 + exp(−score)), without a fit: what a logit says by itself. */
  SIGMOID {
    @Override
    List<ScoreCurve> curves(ValidationScores data, List<String> notes) {
      return all(data, ScoreCurve::sigmoid);
    }
  },
  /**
   * 1 / (1 + exp(−A score − B)) with one A ≥ 0 and one B for all models, of the least log loss on
   * observed validation outcomes; the scores themselves where there are none. Source: Platt,
   * "Probabilistic Outputs for Support Vector Machines" (1999), without its smoothed targets.
   */
  PLATT_SHARED {
    @Override
    List<ScoreCurve> curves(ValidationScores data, List<String> notes) {
      if (data.isEmpty()) {
        return unfitted(data, notes);
      }
      return all(data, data.curve(data.sharedFit()));
    }
  },
  /**
   * The same with an A ≥ 0 and a B for every model, drawn to those of {@link #PLATT_SHARED} by a
   * penalty of 0.001 times the squared distance (of scores that have mean 0 and deviation 1 over
   * all models). A model that was not observed on validation has the shared fit.
   */
  PLATT_PER_MODEL {
    @Override
    List<ScoreCurve> curves(ValidationScores data, List<String> notes) {
      if (data.isEmpty()) {
        return unfitted(data, notes);
      }
      PlattFit shared = data.sharedFit();
      return IntStream.range(0, data.models())
          .mapToObj(model -> data.curve(data.fit(model, shared)))
          .toList();
    }
  },
  /**
   * For every model the non-decreasing function of its scores with the least squared error on its
   * observed validation outcomes (pool adjacent violators), with straight lines between the steps
   * and constant beyond the ends. A model with fewer than {@value #ISOTONIC_ROWS} observed
   * validation rows is fitted by {@link #PLATT_PER_MODEL} instead; {@link Calibration#notes()} says
   * so.
   */
  ISOTONIC_PER_MODEL {
    @Override
    List<ScoreCurve> curves(ValidationScores data, List<String> notes) {
      List<ScoreCurve> curves = new ArrayList<>(PLATT_PER_MODEL.curves(data, notes));
      for (int model = 0; model < data.models() && !data.isEmpty(); model++) {
        int rows = data.observed(model);
        if (rows >= ISOTONIC_ROWS) {
          curves.set(model, data.isotonic(model));
        } else {
          notes.add(
              "model "
                  + data.name(model)
                  + " has "
                  + rows
                  + " validation rows, fewer than the "
                  + ISOTONIC_ROWS
                  + " of an isotonic fit: Platt instead");
        }
      }
      return curves;
    }
  };

  /** The observed validation rows from which on a model gets an isotonic fit. */
  public static final int ISOTONIC_ROWS = 500;

  /**
   * Fits on validation queries.
   *
   * @param kind what the scores mean
   * @param predictions validation queries × models, finite
   * @param outcomes of the same queries and models; a score of NaN is skipped
   */
  public Calibration fit(ScoreKind kind, FloatMatrix predictions, OutcomeTable outcomes) {
    Require.equal("prediction rows", predictions.rows(), "outcome rows", outcomes.size());
    Require.equal(
        "prediction columns", predictions.columns(), "models in the pool", outcomes.pool().size());
    int[] order = byName(outcomes);
    Centring centring =
        new Centring(kind == ScoreKind.PAIRWISE_LOGIT && this != IDENTITY ? order : new int[0]);
    List<String> notes = new ArrayList<>();
    ValidationScores data = new ValidationScores(predictions, centring, outcomes, order);
    return new Calibration(this, centring, curves(data, notes), notes);
  }

  abstract List<ScoreCurve> curves(ValidationScores data, List<String> notes);

  private static List<ScoreCurve> unfitted(ValidationScores data, List<String> notes) {
    notes.add("no validation outcomes: scores are left as they are");
    return IDENTITY.curves(data, notes);
  }

  private static List<ScoreCurve> all(ValidationScores data, ScoreCurve curve) {
    return IntStream.range(0, data.models()).mapToObj(model -> curve).toList();
  }

  /** An order of the models that does not change when their columns are permuted. */
  private static int[] byName(OutcomeTable outcomes) {
    return IntStream.range(0, outcomes.pool().size())
        .boxed()
        .sorted(Comparator.comparing(outcomes.pool()::name))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
