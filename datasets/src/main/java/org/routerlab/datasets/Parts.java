package org.routerlab.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.routerlab.core.Seed;
import org.routerlab.core.Split;

/** The part each query goes to, while a split is made. */
final class Parts {

  /** A part of a split; a query equal to one in a later part never stays in an earlier one. */
  enum Part {
    NONE,
    TRAIN,
    VALIDATION,
    TEST
  }

  // Guards the cut after a whole number of groups against rounding in fraction × groups.
  private static final double ROUNDING = 1e-9;

  private final Part[] partOfRow;

  Parts(int size) {
    partOfRow = new Part[size];
    Arrays.fill(partOfRow, Part.NONE);
  }

  /** Puts all queries of a group into one part. */
  void put(TextGroup group, Part part) {
    group.rows().forEach(row -> put(row, part));
  }

  /** Puts one query into a part. */
  void put(int row, Part part) {
    partOfRow[row] = part;
  }

  /**
   * Deals whole groups into the three parts, dataset by dataset.
   *
   * <p>Within a dataset the groups are ordered by a hash of seed and text, so the order of the rows
   * does not matter and a further query moves others by one place at most. The cuts lie at fraction
   * × groups, rounded up or down by a draw a dataset: each part is within one group of its share,
   * and many small datasets together keep the fractions too.
   */
  void deal(List<TextGroup> groups, Fractions fractions, Seed seed) {
    TreeMap<String, List<TextGroup>> byDataset = new TreeMap<>();
    groups.forEach(
        group -> byDataset.computeIfAbsent(group.dataset(), d -> new ArrayList<>()).add(group));
    byDataset.forEach(
        (dataset, members) -> {
          double offset = seed.stream("split cut of " + dataset).nextDouble();
          dealOne(shuffled(members, seed), fractions, offset);
        });
  }

  private void dealOne(List<TextGroup> groups, Fractions fractions, double offset) {
    int size = groups.size();
    int trainEnd = cut(fractions.train() * size, offset, size);
    int validationEnd = cut((fractions.train() + fractions.validation()) * size, offset, size);
    for (int i = 0; i < size; i++) {
      put(
          groups.get(i),
          i < trainEnd ? Part.TRAIN : i < validationEnd ? Part.VALIDATION : Part.TEST);
    }
  }

  private static int cut(double share, double offset, int size) {
    double nearest = Math.rint(share);
    double exact = Math.abs(share - nearest) < ROUNDING * size ? nearest : share;
    return Math.min(size, (int) Math.floor(exact + offset));
  }

  private static List<TextGroup> shuffled(List<TextGroup> groups, Seed seed) {
    record Keyed(long key, TextGroup group) {}
    return groups.stream()
        .map(group -> new Keyed(seed.derive("split text " + group.text()).value(), group))
        .sorted(Comparator.comparingLong(Keyed::key).thenComparing(keyed -> keyed.group().text()))
        .map(Keyed::group)
        .toList();
  }

  /**
   * The finished split, its rows ascending.
   *
   * @throws IllegalArgumentException where there is nothing to train on or nothing to test on
   */
  Split toSplit(String name) {
    Split split = new Split(name, rows(Part.TRAIN), rows(Part.VALIDATION), rows(Part.TEST));
    if (split.train().length == 0 || split.test().length == 0) {
      throw new IllegalArgumentException(
          "a split must leave queries to train on and to test on but this one is "
              + split
              + "; choose other fractions or another kind of split");
    }
    return split;
  }

  /** The rows of one part, ascending. */
  int[] rows(Part part) {
    return IntStream.range(0, partOfRow.length).filter(row -> partOfRow[row] == part).toArray();
  }
}
