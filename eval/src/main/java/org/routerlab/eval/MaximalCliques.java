package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The largest sets of members of which any two are alike: Bron and Kerbosch, Algorithm 457
 * (Communications of the ACM 16, 1973), with a pivot.
 */
final class MaximalCliques {

  private final BitSet[] alike;
  private final List<int[]> found = new ArrayList<>();

  private MaximalCliques(boolean[][] alike) {
    this.alike = new BitSet[alike.length];
    for (int a = 0; a < alike.length; a++) {
      this.alike[a] = new BitSet(alike.length);
      for (int b = 0; b < alike.length; b++) {
        this.alike[a].set(b, a != b && alike[a][b]);
      }
    }
  }

  /**
   * All of them, each ascending, in lexicographic order.
   *
   * @param alike symmetric; the diagonal does not matter
   */
  static List<int[]> of(boolean[][] alike) {
    if (alike.length == 0) {
      return List.of();
    }
    MaximalCliques search = new MaximalCliques(alike);
    BitSet all = new BitSet(alike.length);
    all.set(0, alike.length);
    search.extend(new BitSet(), all, new BitSet());
    search.found.sort(Arrays::compare);
    return search.found;
  }

  /** Reports what {@code clique} can grow to with candidates and without what was tried before. */
  private void extend(BitSet clique, BitSet candidates, BitSet tried) {
    if (candidates.isEmpty()) {
      if (tried.isEmpty()) {
        found.add(clique.stream().toArray());
      }
      return;
    }
    BitSet branches = (BitSet) candidates.clone();
    branches.andNot(alike[pivot(candidates, tried)]);
    for (int member = branches.nextSetBit(0);
        member >= 0;
        member = branches.nextSetBit(member + 1)) {
      BitSet grown = (BitSet) clique.clone();
      grown.set(member);
      extend(grown, common(candidates, member), common(tried, member));
      candidates.clear(member);
      tried.set(member);
    }
  }

  /** The one with the most candidates alike, so that the fewest branches are left. */
  private int pivot(BitSet candidates, BitSet tried) {
    BitSet either = (BitSet) candidates.clone();
    either.or(tried);
    return either.stream()
        .reduce(
            (best, other) ->
                common(candidates, other).cardinality() > common(candidates, best).cardinality()
                    ? other
                    : best)
        .orElseThrow();
  }

  private BitSet common(BitSet set, int member) {
    BitSet common = (BitSet) set.clone();
    common.and(alike[member]);
    return common;
  }
}
