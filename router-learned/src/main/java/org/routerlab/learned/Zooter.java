package org.routerlab.learned;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Paper;
import org.routerlab.core.Query;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.djl.Network;
import org.routerlab.learned.djl.NeuralTrainer;
import org.routerlab.learned.djl.RoutingLoss;
import org.routerlab.learned.engine.NeighborIndex;
import org.routerlab.learned.engine.OutcomeMeans;
import org.routerlab.learned.engine.PoolOrder;
import org.routerlab.learned.engine.SoftTargets;
import org.routerlab.learned.engine.Training;

/**
 * Predicts the chance of a correct answer of every model by a network that also learns to
 * reproduce, as a distribution over the models, rewards smoothed over similar training queries.
 *
 * <p>Cost: training takes one search for the neighbours of all training queries, shared by all
 * trainings on them, and one feed-forward network; a decision takes one pass of the network; money
 * is weighed after the fact.
 *
 * @param distillation the weight of the distribution in the loss, in [0, 1]; the rest is binary
 *     cross-entropy with the recorded scores
 * @param temperature what rewards are divided by before they become a distribution, above 0: the
 *     lower, the more the best models weigh
 * @param ownShare the share of a query's own score in its reward, in [0, 1]; the rest is the mean
 *     over similar queries
 * @param neighbors how many nearest other training queries are similar, at least 1; matters for
 *     {@link Enhancement#NEIGHBORS}
 * @param enhancement which training queries are similar
 * @param hidden the widths of the hidden layers, each at least 1; none for a linear router
 * @param dropout the share of each hidden layer that is left out at random in training, in [0, 0.9]
 * @param training how to train
 */
@Paper(
    title = "Routing to the Expert: Efficient Reward-guided Ensemble of Large Language Models",
    url = "https://arxiv.org/abs/2311.08692",
    deviations =
        "Recorded scores are the rewards, without a reward model; nearest queries or datasets take"
            + " the place of instruction tags; binary cross-entropy is added, as in The Routing"
            + " Plateau (arXiv 2606.07587), so that scores are probabilities; a head on frozen"
            + " embeddings is trained instead of an encoder. Queries that reward all models alike"
            + " have no part in the distillation.")
public record Zooter(
    double distillation,
    double temperature,
    double ownShare,
    int neighbors,
    Enhancement enhancement,
    List<Integer> hidden,
    double dropout,
    Training training)
    implements RoutingMethod {

  /** Which training queries smooth the rewards of one. */
  public enum Enhancement {
    /** The nearest others by cosine. */
    NEIGHBORS,
    /** All of the same dataset, itself too. */
    DATASET,
    /** None: its own scores are its rewards. */
    NONE
  }

  private record NeighborMeans(int neighbors) {}

  /** Rejects values out of range. */
  public Zooter {
    Require.between("distillation", distillation, 0, 1);
    Require.positive("temperature", temperature);
    Require.between("ownShare", ownShare, 0, 1);
    Require.positive("neighbors", neighbors);
    Objects.requireNonNull(enhancement, "enhancement");
    hidden = List.copyOf(hidden);
    hidden.forEach(width -> Require.positive("hidden", width));
    Require.between("dropout", dropout, 0, 0.9);
    Objects.requireNonNull(training, "training");
  }

  /**
   * Half distillation at temperature 0.5, 32 neighbours with half of the reward, one layer of 512.
   */
  public Zooter() {
    this(0.5, 0.5, 0.5, 32, Enhancement.NEIGHBORS, List.of(512), 0.1, new Training());
  }

  @Override
  public String name() {
    return "zooter";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    PoolOrder order = PoolOrder.of(train.pool());
    OutcomeTable outcomes = order.sort(train.outcomes());
    FloatMatrix means = similarMeans(train, context);
    FloatMatrix targets = SoftTargets.of(outcomes, order.sort(means), ownShare, temperature);
    RoutingLoss loss =
        RoutingLoss.sum(
            1 - distillation,
            RoutingLoss.binaryCrossEntropy(),
            distillation,
            RoutingLoss.distillation(targets));
    return new NeuralTrainer(training, Network.dense(hidden, dropout), loss)
        .fit(train, validation, context.seed());
  }

  private FloatMatrix similarMeans(RoutingData train, TrainingContext context) {
    return switch (enhancement) {
      case NEIGHBORS ->
          context.shared(
              train,
              new NeighborMeans(neighbors),
              () ->
                  NeighborIndex.of(train, context)
                      .meansOfOthers(train.queries().embeddings(), train.outcomes(), neighbors));
      case DATASET -> datasetMeans(train);
      case NONE -> train.outcomes().scores();
    };
  }

  private static FloatMatrix datasetMeans(RoutingData train) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int[] groups =
        train.queries().queries().stream()
            .map(Query::dataset)
            .mapToInt(dataset -> numbers.computeIfAbsent(dataset, unseen -> numbers.size()))
            .toArray();
    return OutcomeMeans.byGroup(train.outcomes(), groups, numbers.size(), 0).selectRows(groups);
  }
}
