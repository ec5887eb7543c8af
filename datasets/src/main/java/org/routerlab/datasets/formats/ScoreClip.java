package org.routerlab.datasets.formats;

import java.util.Map;
import org.routerlab.datasets.RoutingTableFolder;

/** Draws scores to the nearer end of [0, 1] and counts how many it drew. */
final class ScoreClip {

  private int count;

  /** The score in [0, 1]; NaN stays NaN. */
  float of(double score) {
    if (score < 0 || score > 1) {
      count++;
    }
    return (float) Math.max(0, Math.min(1, score));
  }

  /** Adds what another drew. */
  void add(int clipped) {
    count += clipped;
  }

  int count() {
    return count;
  }

  /** Puts the count into a provenance, where any was drawn. */
  void note(Map<String, String> provenance) {
    if (count > 0) {
      provenance.put(RoutingTableFolder.CLIPPED_SCORES, Integer.toString(count));
    }
  }
}
