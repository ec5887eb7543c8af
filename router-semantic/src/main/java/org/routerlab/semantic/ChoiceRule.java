package org.routerlab.semantic;

/** The rule of a set of routes in plain numbers, for many decisions. */
final class ChoiceRule {

  /** Stands for the place of a route where none is chosen. */
  static final int NONE = -1;

  private final float[] thresholds;
  private final float[] weights;
  private final int fallback;
  private final boolean abstains;

  ChoiceRule(RouteSet routes) {
    this.thresholds = new float[routes.size()];
    this.weights = new float[routes.size()];
    for (int route = 0; route < routes.size(); route++) {
      Route each = routes.routes().get(route);
      thresholds[route] = (float) each.threshold().orElse(routes.threshold());
      weights[route] = (float) each.weight();
    }
    this.fallback = routes.names().indexOf(routes.fallback());
    this.abstains = routes.abstains();
  }

  private ChoiceRule(float[] thresholds, ChoiceRule other) {
    this.thresholds = thresholds;
    this.weights = other.weights;
    this.fallback = other.fallback;
    this.abstains = other.abstains;
  }

  /** The same with one threshold for all of {@code routes}. */
  ChoiceRule with(int[] routes, float threshold) {
    float[] changed = thresholds.clone();
    for (int route : routes) {
      changed[route] = threshold;
    }
    return new ChoiceRule(changed, this);
  }

  /** The place of the fall-back route; {@link #NONE} where there is none. */
  int fallback() {
    return fallback;
  }

  float threshold(int route) {
    return thresholds[route];
  }

  float weight(int route) {
    return weights[route];
  }

  /** What routes are compared by: the similarity and the weight. */
  float value(float[] similarities, int route) {
    return weights[route] == 0 ? similarities[route] : similarities[route] + weights[route];
  }

  /** The best of the routes that reach their threshold; {@link #NONE} where none does. */
  int bestThatReaches(float[] similarities) {
    int best = NONE;
    for (int route = 0; route < similarities.length; route++) {
      if (similarities[route] >= thresholds[route] && isBetter(similarities, route, best)) {
        best = route;
      }
    }
    return best;
  }

  /** The best of all routes. */
  int best(float[] similarities) {
    int best = 0;
    for (int route = 1; route < similarities.length; route++) {
      if (isBetter(similarities, route, best)) {
        best = route;
      }
    }
    return best;
  }

  /** The place of the chosen route; {@link #NONE} where the rule abstains. */
  int choose(float[] similarities) {
    int reaches = bestThatReaches(similarities);
    if (reaches >= 0) {
      return reaches;
    }
    return fallback >= 0 || abstains ? fallback : best(similarities);
  }

  private boolean isBetter(float[] similarities, int route, int best) {
    return best < 0 || value(similarities, route) > value(similarities, best);
  }
}
