package org.routerlab.learned.djl;

import java.util.List;
import java.util.Optional;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.djl.Validator.Validation;
import org.routerlab.learned.engine.Checkpoint;

/**
 * The best states of a training: one by routing accuracy, one by cross-entropy.
 *
 * <p>Both are kept whichever is wanted, so that the wish does not change when the training stops.
 */
final class Checkpoints {

  private Optional<State> bestRouting = Optional.empty();
  private Optional<State> bestCrossEntropy = Optional.empty();
  private int validationsWithoutGain;

  private record State(Validation validation, List<FloatMatrix> weights) {}

  /** Considers a state. */
  void offer(Validation validation, List<FloatMatrix> weights) {
    boolean routesBetter = bestRouting.map(best -> routes(validation, best)).orElse(true);
    boolean fitsBetter = bestCrossEntropy.map(best -> fits(validation, best)).orElse(true);
    validationsWithoutGain++;
    if (routesBetter || fitsBetter) {
      State state = new State(validation, weights);
      bestRouting = routesBetter ? Optional.of(state) : bestRouting;
      bestCrossEntropy = fitsBetter ? Optional.of(state) : bestCrossEntropy;
      validationsWithoutGain = 0;
    }
  }

  private static boolean routes(Validation now, State best) {
    double accuracy = best.validation().accuracy();
    return now.accuracy() > accuracy || (now.accuracy() == accuracy && fits(now, best));
  }

  private static boolean fits(Validation now, State best) {
    return now.misfit() < best.validation().misfit();
  }

  /** How many states in a row improved on neither. */
  int validationsWithoutGain() {
    return validationsWithoutGain;
  }

  /** The weights of the state asked for; empty where none was offered. */
  Optional<List<FloatMatrix>> best(Checkpoint checkpoint) {
    Optional<State> best = checkpoint == Checkpoint.BEST_ROUTING ? bestRouting : bestCrossEntropy;
    return best.map(State::weights);
  }
}
