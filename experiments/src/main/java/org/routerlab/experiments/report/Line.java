package org.routerlab.experiments.report;

import java.util.List;
import java.util.Optional;

/**
 * One router or reference of a comparison.
 *
 * @param router the label in the results
 * @param reference which reference it is; empty for a router
 * @param place its group
 * @param figures one a column
 */
record Line(
    String router, Optional<Reference> reference, Reference.Place place, List<Figure> figures) {

  /** What a reader sees: the title of a reference, the label of a router, marked as hindsight. */
  String title() {
    return reference
        .map(Reference::title)
        .orElse(isDeployable() ? router : router + " (hindsight)");
  }

  /** Whether it needs no look at test outcomes. */
  boolean isDeployable() {
    return place != Reference.Place.CEILING;
  }

  boolean has(String label) {
    return router.equals(label);
  }

  boolean isRouter() {
    return place == Reference.Place.ROUTER;
  }
}
