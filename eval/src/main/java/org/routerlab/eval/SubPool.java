package org.routerlab.eval;

import java.util.List;

/**
 * A part of the pool that a search picked.
 *
 * @param members the models; of a greedy search in the order in which they were added, of an exact
 *     one by the ranking
 * @param value what they were picked by, on the outcomes they were picked on
 */
public record SubPool(List<String> members, double value) {

  /** Copies the members. */
  public SubPool {
    members = List.copyOf(members);
  }

  /** The number of models. */
  public int size() {
    return members.size();
  }
}
