package org.routerlab.experiments.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The references that stand in every comparison, from the floor to the ceiling. */
enum Reference {
  RANDOM("Random", Place.FLOOR, true, "random"),
  BEST_SINGLE("Best Single (train)", Place.FLOOR, true, "bestsingle", "bestsingletrain"),
  HEURISTIC("Heuristic", Place.FLOOR, false, "heuristic"),
  BEST_SINGLE_TEST("Best Single (test)", Place.CEILING, false, "bestsingletest"),
  DATASET_ORACLE("Dataset Oracle", Place.CEILING, true, "datasetoracle", "maxexpert"),
  ORACLE("Oracle", Place.CEILING, true, "oracle");

  /** Where a line stands in the comparison. */
  enum Place {
    /** What a router must beat; chosen without looking at test outcomes. */
    FLOOR,
    /** A router. */
    ROUTER,
    /** What no router can pass: chosen by looking at test outcomes. */
    CEILING
  }

  private final String title;
  private final Place place;
  private final boolean alwaysShown;
  private final List<String> labels;

  Reference(String title, Place place, boolean alwaysShown, String... labels) {
    this.title = title;
    this.place = place;
    this.alwaysShown = alwaysShown;
    this.labels = List.of(labels);
  }

  /** The reference with this label, however it is spelled. */
  static Optional<Reference> find(String label) {
    String letters = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    for (Reference reference : values()) {
      if (reference.labels.contains(letters)) {
        return Optional.of(reference);
      }
    }
    return Optional.empty();
  }

  String title() {
    return title;
  }

  Place place() {
    return place;
  }

  /** Whether its row is shown, empty, even where nothing was measured. */
  boolean alwaysShown() {
    return alwaysShown;
  }
}
