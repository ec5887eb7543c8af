package org.routerlab.eval;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Accuracies of a strong model, by dataset, that a router's are divided by.
 *
 * @param byDataset accuracies above 0 by the name of the dataset; case, and whether words are
 *     parted by {@code -}, {@code _} or a blank, do not matter
 */
public record ReferenceAccuracies(Map<String, Double> byDataset) {

  /** The accuracies of the GPT-4 class that RouterEval (arXiv 2503.10657) divides by. */
  public static final ReferenceAccuracies PUBLISHED =
      new ReferenceAccuracies(
          Map.ofEntries(
              Map.entry("arc", .852),
              Map.entry("hellaswag", .953),
              Map.entry("mmlu", .864),
              Map.entry("truthfulqa", .669),
              Map.entry("winogrande", .875),
              Map.entry("gsm8k", .92),
              Map.entry("ifeval", .7689),
              Map.entry("bbh", .8303),
              Map.entry("gpqa", .397),
              Map.entry("math", .4),
              Map.entry("musr", .699),
              Map.entry("mmlu_pro", .637)));

  /** Rejects accuracies that are not above 0, and names that differ in spelling alone. */
  public ReferenceAccuracies {
    Map<String, Double> plain = new TreeMap<>();
    byDataset.forEach(
        (dataset, accuracy) -> {
          if (!(accuracy > 0 && accuracy <= 1)) {
            throw new IllegalArgumentException(
                "the reference accuracy of "
                    + dataset
                    + " must be above 0 and at most 1 but is "
                    + accuracy);
          }
          if (plain.put(plain(dataset), accuracy) != null) {
            throw new IllegalArgumentException(
                "reference accuracies must be of different datasets but two are of "
                    + plain(dataset));
          }
        });
    byDataset = Collections.unmodifiableMap(plain);
  }

  /** The accuracy on {@code dataset}; empty where there is none. */
  public OptionalDouble of(String dataset) {
    Double accuracy = byDataset.get(plain(dataset));
    return accuracy == null ? OptionalDouble.empty() : OptionalDouble.of(accuracy);
  }

  private static String plain(String dataset) {
    return dataset.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }
}
