package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.routerlab.core.Require;
import org.routerlab.semantic.UtteranceLists;

/**
 * How every route's utterances are written, and how many there are.
 *
 * @param ofRoutes one a route, in the order of {@link UtteranceLists#ROUTES}
 */
record UtteranceSetting(List<OfRoute> ofRoutes) {

  /**
   * The utterances of one route.
   *
   * @param variant of {@link UtteranceLists}
   * @param utterances how many of its list
   */
  record OfRoute(String variant, int utterances) {

    /** Rejects an unknown variant and more utterances than a list has. */
    OfRoute {
      UtteranceLists.variant(variant);
      Require.between("utterances", utterances, 1, UtteranceLists.LENGTH);
    }

    /** Whether the whole list is taken, so that every draw is the same. */
    boolean isWhole() {
      return utterances == UtteranceLists.LENGTH;
    }
  }

  /** Rejects another number than one a route. */
  UtteranceSetting {
    ofRoutes = List.copyOf(ofRoutes);
    Require.equal("settings", ofRoutes.size(), "routes", UtteranceLists.ROUTES.size());
  }

  /** The same for every route. */
  static UtteranceSetting all(String variant, int utterances) {
    OfRoute same = new OfRoute(variant, utterances);
    return new UtteranceSetting(Collections.nCopies(UtteranceLists.ROUTES.size(), same));
  }

  /** This setting with another one for a route. */
  UtteranceSetting with(int route, OfRoute other) {
    List<OfRoute> changed = new ArrayList<>(ofRoutes);
    changed.set(route, other);
    return new UtteranceSetting(changed);
  }

  /** How many different draws are made: one where all lists are taken whole. */
  int draws(int repeats) {
    return ofRoutes.stream().allMatch(OfRoute::isWhole) ? 1 : repeats;
  }
}
