package org.routerlab.eval;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.routerlab.core.ModelPool;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.Require;

/**
 * Searches for small pools of high {@link PoolValue value}.
 *
 * <p>Of pools of equal value the one that the ranking prefers is taken: by their best-ranked
 * member, then the next. A value of NaN is below every other. Results do not depend on threads.
 *
 * @param pool the models to pick from
 * @param ranking their order on training outcomes
 */
public record PoolSearch(ModelPool pool, ModelRanking ranking) {

  /** Rejects a ranking of another number of models. */
  public PoolSearch {
    Require.equal("ranked models", ranking.size(), "models in the pool", pool.size());
  }

  /** A pool and what it is worth, as columns. */
  private record Found(int[] members, double value) {

    /** Whether it is to be taken in place of one that the ranking prefers. */
    boolean isAbove(Found earlier) {
      return value > earlier.value || (Double.isNaN(earlier.value) && !Double.isNaN(value));
    }

    static Found better(Found earlier, Found later) {
      return later.isAbove(earlier) ? later : earlier;
    }
  }

  /**
   * Pools of size 1, 2, … up to {@code mostModels}, each with one more model than the one before:
   * that which gives the highest value. By the oracle's accuracy each is worth at least 1 − 1/e of
   * the best pool of its size.
   *
   * @param mostModels from 1 to the size of the pool
   */
  public List<SubPool> greedy(PoolValue value, int mostModels) {
    Require.between("mostModels", mostModels, 1, pool.size());
    List<SubPool> pools = new ArrayList<>();
    int[] members = new int[0];
    while (pools.size() < mostModels) {
      int[] before = members;
      List<Found> candidates =
          IntStream.range(0, ranking.size())
              .parallel()
              .map(ranking::model)
              .filter(model -> IntStream.of(before).noneMatch(member -> member == model))
              .mapToObj(model -> with(before, model, value))
              .toList();
      Found best = candidates.stream().reduce(Found::better).orElseThrow();
      members = best.members();
      pools.add(subPool(best));
    }
    return pools;
  }

  /**
   * The best pool of exactly {@code size} models, by trying all.
   *
   * @param size from 1 to the size of the pool
   * @param mostPools how many pools it may try
   * @throws IllegalArgumentException where there are more
   */
  public SubPool exact(PoolValue value, int size, long mostPools) {
    Require.between("size", size, 1, pool.size());
    BigInteger pools = pools(pool.size(), size);
    if (pools.compareTo(BigInteger.valueOf(mostPools)) > 0) {
      throw new IllegalArgumentException(
          "an exact search may try at most "
              + mostPools
              + " pools but "
              + pools
              + " are of "
              + size
              + " of "
              + pool.size()
              + " models; search greedily, or for a smaller pool");
    }
    // A task for every best-ranked member; the first task is the longest.
    return IntStream.rangeClosed(0, pool.size() - size)
        .parallel()
        .mapToObj(first -> best(first, size, value))
        .reduce(Found::better)
        .map(this::subPool)
        .orElseThrow();
  }

  /** The best pool of which the best-ranked member is at place {@code first}. */
  private Found best(int first, int size, PoolValue value) {
    int[] places = IntStream.range(first, first + size).toArray();
    Found best = at(places, value);
    while (advance(places)) {
      best = Found.better(best, at(places, value));
    }
    return best;
  }

  private Found at(int[] places, PoolValue value) {
    int[] members = Arrays.stream(places).map(ranking::model).toArray();
    return new Found(members, value.of(members.clone()));
  }

  /** The next choice of places in lexicographic order, the first one kept; false after the last. */
  private boolean advance(int[] places) {
    int at = places.length - 1;
    while (at > 0 && places[at] == pool.size() - places.length + at) {
      at--;
    }
    if (at == 0) {
      return false;
    }
    places[at]++;
    for (int i = at + 1; i < places.length; i++) {
      places[i] = places[i - 1] + 1;
    }
    return true;
  }

  private static Found with(int[] members, int model, PoolValue value) {
    int[] more = Arrays.copyOf(members, members.length + 1);
    more[members.length] = model;
    return new Found(more, value.of(more.clone()));
  }

  private SubPool subPool(Found found) {
    return new SubPool(Arrays.stream(found.members()).mapToObj(pool::name).toList(), found.value());
  }

  private static BigInteger pools(int models, int size) {
    BigInteger pools = BigInteger.ONE;
    for (int i = 0; i < size; i++) {
      pools = pools.multiply(BigInteger.valueOf(models - i)).divide(BigInteger.valueOf(i + 1));
    }
    return pools;
  }
}
