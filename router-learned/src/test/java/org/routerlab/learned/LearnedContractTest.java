package org.routerlab.learned;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.routerlab.core.RoutingMethod;
import org.routerlab.testkit.Configured;
import org.routerlab.testkit.RouterContract;

/** Every router of this module keeps the contract. */
class LearnedContractTest implements RouterContract {

  /**
   * Fewer clusters, a closer look at the neighbours, and trainings of as many steps as larger data
   * would have: the tasks of the contract have 400 queries, of which some are sparse.
   */
  private static final Map<String, Map<String, Object>> SMALLER =
      Map.ofEntries(
          entry("carrot-knn", Map.of("k", 32)),
          entry("cp-router", trained(20, 1e-3)),
          entry("elo", Map.of("globalShare", 0.25)),
          entry("forc", with(trained(10, 3e-3), "hidden", 256)),
          entry("graph-router", with(steps(60, 200, 1e-3), "training.standardise", true)),
          entry("hybrid-llm", with(steps(30, 200, 3e-3), "hidden", List.of())),
          entry("hybrid-llm-chain", with(steps(30, 200, 3e-3), "hidden", List.of())),
          entry(
              "irt-router",
              with(
                  with(with(steps(30, 64, 1e-2), "training.standardise", false), "abilities", 5),
                  "temperature",
                  0.1)),
          entry("k-means", Map.of("clusters", 16)),
          // One score a query teaches few weights only.
          entry("lin-ucb", Map.of("components", 4, "alpha", 0.3, "lambda", 0.1)),
          entry("linear", byFit()),
          entry("mlp", Map.of("training.batchSize", 64)),
          entry("mirt", with(steps(30, 64, 1e-2), "warmUp", 0.3)),
          // Standardising magnifies the noise of embeddings that are mostly 0.
          entry(
              "mlp-regressors",
              Map.of(
                  "hidden",
                  List.of(20, 20),
                  "training.batchSize",
                  32,
                  "training.gradientClip",
                  1,
                  "training.learningRate",
                  1e-2,
                  "training.standardise",
                  false)),
          entry("model-sat", with(steps(30, 200, 3e-3), "clusters", 16)),
          entry("model-spider", with(with(steps(60, 200, 1e-3), "width", 64), "dropout", 0.3)),
          entry("optllm", Map.of("trees", 50, "depth", 3, "components", 32)),
          entry(
              "p2l",
              with(
                  with(
                      with(steps(30, 200, 3e-3), "training.checkpoint", "BEST_BCE"),
                      "loss",
                      "BT_TIE"),
                  "hidden",
                  List.of(256))),
          entry("ridge", Map.of("alpha", 1)),
          entry(
              "rorf",
              Map.of("trees", 30, "depth", 20, "featureShare", 0, "minLeaf", 5, "components", 16)),
          entry("routellm-mf", with(steps(30, 64, 3e-3), "training.standardise", true)),
          entry("router-dc", steps(30, 200, 3e-3)),
          entry("sw-ranking", Map.of("gamma", 1e5)),
          entry("tag-router", Map.of("clusters", 32, "tags", 2, "shrinkage", 5)),
          entry("uniroute", Map.of("clusters", 16)),
          entry(
              "uniroute-map",
              Map.of(
                  "clusters",
                  16,
                  "temperature",
                  0.03,
                  "training.epochs",
                  15,
                  "training.batchSize",
                  64,
                  "training.learningRate",
                  1e-2,
                  "training.checkpoint",
                  "BEST_BCE")));

  @Override
  public RoutingMethod testConfiguration(RoutingMethod method) {
    return Configured.with(method, SMALLER.getOrDefault(method.name(), Map.of()));
  }

  private static Map<String, Object> steps(int epochs, int batchSize, double learningRate) {
    return Map.of(
        "training.epochs",
        epochs,
        "training.batchSize",
        batchSize,
        "training.learningRate",
        learningRate,
        "training.weightDecay",
        1e-2,
        "training.patience",
        30,
        "training.validationsPerEpoch",
        1,
        "training.checkpoint",
        "BEST_ROUTING");
  }

  private static Map<String, Object> trained(int epochs, double learningRate) {
    return Map.of(
        "training.epochs",
        epochs,
        "training.batchSize",
        64,
        "training.learningRate",
        learningRate,
        "training.checkpoint",
        "BEST_BCE");
  }

  private static Map<String, Object> byFit() {
    return Map.of(
        "training.batchSize", 64, "training.patience", 20, "training.checkpoint", "BEST_BCE");
  }

  private static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
    Map<String, Object> more = new HashMap<>(map);
    more.put(name, value);
    return more;
  }
}
