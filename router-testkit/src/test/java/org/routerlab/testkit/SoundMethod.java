package org.routerlab.testkit;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.Kernels;

/** A method that keeps the whole contract: the mean score among the nearest training queries. */
@Paper(title = "A method for the tests of the contract", url = "https://example.org")
public record SoundMethod(int k) implements RoutingMethod {

  public SoundMethod {
    Require.positive("k", k);
  }

  public SoundMethod() {
    this(20);
  }

  @Override
  public String name() {
    return "sound";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    return trainOn(train);
  }

  ScoringRouter trainOn(RoutingData train) {
    OutcomeTable outcomes = train.outcomes();
    return ScoringRouter.rowWise(
        train.pool().size(),
        ScoreKind.PROBABILITY,
        (embedding, scores) -> {
          int[] nearest = nearest(train.queries().embeddings(), embedding);
          for (int model = 0; model < scores.length; model++) {
            int column = model;
            scores[model] =
                (float)
                    IntStream.of(nearest)
                        .filter(row -> outcomes.isObserved(row, column))
                        .mapToDouble(row -> outcomes.score(row, column))
                        .average()
                        .orElse(0);
          }
        });
  }

  private int[] nearest(FloatMatrix index, float[] embedding) {
    float[] products = new float[index.rows()];
    for (int row = 0; row < products.length; row++) {
      products[row] = Kernels.dot(embedding, index.row(row));
    }
    return IntStream.range(0, products.length)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(row -> -products[row]))
        .limit(k)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
