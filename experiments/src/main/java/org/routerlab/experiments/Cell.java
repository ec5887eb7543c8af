package org.routerlab.experiments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.RoutingMethod;
import org.routerlab.learned.engine.CostEstimator;

/**
 * One training of an experiment and where its predictions are kept.
 *
 * @param encoder the encoder's name
 * @param router the router's label in the experiment
 * @param configuration the label of the hyper-parameters, such as {@code knn{k=10}}
 * @param seed of the training
 * @param without the group left out of training; empty for none
 * @param key the name of the cell's folder: 24 digits of the hash of its description
 */
record Cell(
    String encoder, String router, String configuration, long seed, String without, String key) {

  /**
   * A cell with what is needed to train it.
   *
   * @param description everything that decides the predictions, as JSON
   */
  record Task(Cell cell, RoutingMethod method, String description) {}

  /** What cells that differ in their seed alone have in common. */
  record Setting(String encoder, String router, String configuration) {}

  Setting setting() {
    return new Setting(encoder, router, configuration);
  }

  /** The fingerprints of what a cell is trained on. */
  record DataFingerprint(String dataset, String split, String encoder) {}

  /** The key of a description. */
  static String key(String description) {
    return Hashes.ofText(description).substring(0, 24);
  }

  /** Describes a training; code is part of it, so that changed code is trained anew. */
  static String describe(
      DataFingerprint data,
      RoutingMethod method,
      Optional<CostEstimator> costs,
      long seed,
      String without) {
    ObjectNode node = RecordBinder.JSON.createObjectNode();
    node.put("code", Hashes.ofCode(method.getClass()).substring(0, 16));
    node.put("core", Hashes.ofCode(ModelRanking.class).substring(0, 16));
    costs.ifPresent(estimator -> node.put("costs", estimator.toString()));
    node.put("dataset", data.dataset());
    node.put("encoder", data.encoder());
    node.set("hyperParameters", RecordBinder.JSON.valueToTree(method));
    node.put("router", method.name());
    node.put("seed", seed);
    node.put("split", data.split());
    node.put("without", without);
    return node.toString();
  }
}
