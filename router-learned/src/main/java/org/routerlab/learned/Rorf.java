package org.routerlab.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.ModelRanking;
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
import org.routerlab.learned.engine.PoolOrder;
import org.routerlab.learned.engine.PrincipalComponents;
import org.routerlab.learned.engine.RandomForest;
import org.routerlab.learned.engine.Tournament;

/**
 * Compares models two at a time by random forests with four classes: the one is better, both fail,
 * both succeed, the other is better.
 *
 * <p>Up to 16 models every pair has a forest, and a model scores the mean of its chances to win, a
 * tie counting half. In a larger pool each model is compared with the best single model only.
 *
 * <p>Cost: training grows a forest a pair; a decision runs down all their trees. Money cost is
 * weighed after the fact, unless {@code tieToStrong}, which saves money where both would succeed.
 *
 * @param trees the number of trees of a forest, at least 1
 * @param depth the most splits above a leaf, at least 1
 * @param featureShare the share of the features looked at in each split, in [0, 1]; 0 for the
 *     square root of their number
 * @param minLeaf the fewest rows in a leaf, at least 1
 * @param components the number of principal components of the embedding that are the features; 0
 *     for the embedding itself
 * @param tieToStrong whether the stronger model wins where both fail, and the weaker where both
 *     succeed, as published; otherwise a tie counts half for each
 */
@Paper(
    title = "RoRF: Routing on Random Forests",
    url = "https://github.com/Not-Diamond/RoRF",
    deviations =
        "Made for two models; a larger pool is put together from pairs. Features are principal"
            + " components, of which a split looks at the square root, and split points are among 31"
            + " quantiles: the forest of a pair is grown tens of times for one router.")
public record Rorf(
    int trees, int depth, double featureShare, int minLeaf, int components, boolean tieToStrong)
    implements RoutingMethod {

  private static final int MOST_COMPARED_PAIRWISE = 16;

  /** Rejects values out of range. */
  public Rorf {
    new RandomForest.Settings(trees, depth, featureShare, minLeaf);
    Require.between("components", components, 0, Integer.MAX_VALUE);
  }

  /** 100 trees of depth 20 with 5 rows a leaf on 64 components; ties count half. */
  public Rorf() {
    this(100, 20, 0, 5, 64, false);
  }

  @Override
  public String name() {
    return "rorf";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    PoolOrder columns = PoolOrder.of(train.pool());
    return columns.restore(fit(columns.sort(train), context));
  }

  private ScoringRouter fit(RoutingData train, TrainingContext context) {
    FloatMatrix embeddings = train.queries().embeddings();
    PrincipalComponents principal = PrincipalComponents.of(embeddings, components, context);
    RandomForest.Inputs inputs = new RandomForest.Inputs(principal.apply(embeddings));
    ModelRanking ranking = ModelRanking.of(train.outcomes());
    int models = train.pool().size();
    int compared = models <= MOST_COMPARED_PAIRWISE ? models : 1;
    List<Tournament.Match> matches = new ArrayList<>();
    for (int rank = 0; rank < compared; rank++) {
      for (int other = rank + 1; other < models; other++) {
        matches.add(
            match(ranking.model(rank), ranking.model(other), train.outcomes(), inputs, context));
      }
    }
    int anchor = compared == models ? -1 : ranking.best();
    Tournament tournament = new Tournament(models, matches, anchor);
    return new ScoringRouter() {
      @Override
      public FloatMatrix predict(EmbeddedQueries queries) {
        return tournament.scores(principal.apply(queries.embeddings()));
      }

      @Override
      public ScoreKind kind() {
        return ScoreKind.RANK;
      }
    };
  }

  private Tournament.Match match(
      int strong,
      int weak,
      OutcomeTable outcomes,
      RandomForest.Inputs inputs,
      TrainingContext context) {
    int[] rows =
        IntStream.range(0, outcomes.size())
            .filter(row -> outcomes.isObserved(row, strong) && outcomes.isObserved(row, weak))
            .toArray();
    if (rows.length == 0) {
      return new Tournament.Match(strong, weak, null);
    }
    int[] classes = IntStream.of(rows).map(row -> outcome(outcomes, row, strong, weak)).toArray();
    double[] values = tieToStrong ? new double[] {1, 1, 0, 0} : new double[] {1, 0.5, 0.5, 0};
    String names = outcomes.pool().name(strong) + "\n" + outcomes.pool().name(weak);
    SplittableRandom random = context.seed().stream("forest\n" + names);
    RandomForest.Settings settings = new RandomForest.Settings(trees, depth, featureShare, minLeaf);
    return new Tournament.Match(
        strong, weak, RandomForest.grow(settings, inputs, rows, classes, values, random));
  }

  private static int outcome(OutcomeTable outcomes, int row, int strong, int weak) {
    int order = Float.compare(outcomes.score(row, strong), outcomes.score(row, weak));
    if (order != 0) {
      return order > 0 ? 0 : 3;
    }
    return outcomes.isCorrect(row, strong) ? 2 : 1;
  }
}
