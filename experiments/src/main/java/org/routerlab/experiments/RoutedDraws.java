package org.routerlab.experiments;

/**
 * Where queries went, once a draw of utterances.
 *
 * @param chosen the place of the chosen route, by draw and query
 * @param similarity of the most similar route, by draw and query
 */
record RoutedDraws(byte[][] chosen, float[][] similarity) {

  int draws() {
    return chosen.length;
  }

  /** The same with a fall-back route for queries that no route is similar enough to. */
  RoutedDraws fallingBack(int route, float threshold) {
    byte[][] changed = new byte[draws()][];
    for (int draw = 0; draw < draws(); draw++) {
      changed[draw] = chosen[draw].clone();
      for (int query = 0; query < changed[draw].length; query++) {
        if (similarity[draw][query] < threshold) {
          changed[draw][query] = (byte) route;
        }
      }
    }
    return new RoutedDraws(changed, similarity);
  }
}
