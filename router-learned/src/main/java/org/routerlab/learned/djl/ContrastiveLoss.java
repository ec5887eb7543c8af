package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;

/**
 * The two contrastive losses of RouterDC on the output of a {@link CosineNetwork}: queries against
 * models, and queries against queries.
 *
 * <p>For the second, a query is drawn to another of its cluster and away from some of other
 * clusters, all at random from its batch; a query alone in its cluster, or without others, is left
 * out. The draw depends on the seed and the batch's rows.
 *
 * @param temperature what cosines are divided by, above 0
 * @param weight of the second loss, at least 0
 * @param negatives how many queries of other clusters, with repetition, at least 1
 * @param clusters the cluster of each training query
 * @param seed of the draws
 */
public record ContrastiveLoss(
    double temperature, double weight, int negatives, int[] clusters, Seed seed)
    implements RoutingLoss {

  /** Rejects values out of range. */
  public ContrastiveLoss {
    Require.positive("temperature", temperature);
    Require.between("weight", weight, 0, Double.MAX_VALUE);
    Require.positive("negatives", negatives);
    clusters = clusters.clone();
  }

  @Override
  public NDArray loss(NDArray output, Batch batch) {
    long models = batch.targets().getShape().get(1);
    NDArray cosines = output.get(":, :" + models);
    NDArray ofModels =
        SetLoss.correctAgainstWrong().loss(cosines.div(Torch.number(output, temperature)), batch);
    if (weight == 0) {
      return ofModels;
    }
    NDArray queries = output.get(":, " + models + ":");
    return ofModels.add(queriesAgainstQueries(queries, batch).mul(Torch.number(output, weight)));
  }

  private NDArray queriesAgainstQueries(NDArray queries, Batch batch) {
    int size = batch.rows().length;
    int[] groups = IntStream.of(batch.rows()).map(row -> clusters[row]).toArray();
    SplittableRandom random = seed.stream("contrast of rows " + Arrays.hashCode(batch.rows()));
    float[] near = new float[size * size];
    float[] far = new float[size * size];
    for (int i = 0; i < size; i++) {
      int query = i;
      int[] same =
          IntStream.range(0, size).filter(j -> j != query && groups[j] == groups[query]).toArray();
      int[] other = IntStream.range(0, size).filter(j -> groups[j] != groups[query]).toArray();
      if (same.length > 0 && other.length > 0) {
        near[i * size + same[random.nextInt(same.length)]] = 1;
        for (int n = 0; n < negatives; n++) {
          far[i * size + other[random.nextInt(other.length)]]++;
        }
      }
    }
    Shape square = new Shape(size, size);
    NDArray cosines = queries.dot(queries.transpose()).div(Torch.number(queries, temperature));
    return SetLoss.contrast(
        cosines,
        Torch.array(queries.getManager(), near, square),
        Torch.array(queries.getManager(), far, square));
  }
}
