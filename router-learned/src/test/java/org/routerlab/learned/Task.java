package org.routerlab.learned;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.RoutingData;
import org.routerlab.core.Seed;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.embedding.HashingEncoder;
import org.routerlab.core.matrix.FloatMatrix;

/** Small routing tasks made from a seed. */
public final class Task {

  /** Seed 7 and an encoder without a model. */
  public static final TrainingContext CONTEXT = context(7);

  private static final int TOPICS = 4;

  private Task() {}

  public static TrainingContext context(long seed) {
    return new TrainingContext(new Seed(seed), new HashingEncoder());
  }

  /** Queries about four topics, each topic with one model that is mostly right about it. */
  public static RoutingData specialists(int queries, int dimensions, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] embeddings = new float[queries][dimensions];
    float[][] scores = new float[queries][TOPICS + 1];
    for (int row = 0; row < queries; row++) {
      int topic = random.nextInt(TOPICS);
      for (int column = 0; column < dimensions; column++) {
        double centre = column % TOPICS == topic ? 1 : 0;
        embeddings[row][column] = (float) (centre + 0.5 * random.nextGaussian());
      }
      for (int model = 0; model < TOPICS; model++) {
        scores[row][model] = random.nextDouble() < (model == topic ? 0.9 : 0.3) ? 1 : 0;
      }
      scores[row][TOPICS] = random.nextDouble() < 0.6 ? 1 : 0;
    }
    return data(FloatMatrix.of(embeddings), FloatMatrix.of(scores));
  }

  /** Scores that have nothing to do with the embeddings. */
  public static RoutingData noise(int queries, int dimensions, int models, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    IntFunction<float[]> embedding = row -> gaussian(dimensions, random);
    float[][] embeddings = IntStream.range(0, queries).mapToObj(embedding).toArray(float[][]::new);
    float[][] scores = new float[queries][models];
    for (float[] row : scores) {
      for (int model = 0; model < models; model++) {
        row[model] = random.nextInt(2);
      }
    }
    return data(FloatMatrix.of(embeddings), FloatMatrix.of(scores));
  }

  private static float[] gaussian(int size, SplittableRandom random) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** Models m0, m1, … */
  public static RoutingData data(FloatMatrix embeddings, FloatMatrix scores) {
    List<String> names = IntStream.range(0, scores.columns()).mapToObj(m -> "m" + m).toList();
    return new RoutingData(queries(embeddings), new OutcomeTable(new ModelPool(names), scores));
  }

  /** The same data at costs whose logarithms are linear in the embedding. */
  public static RoutingData priced(RoutingData data) {
    int models = data.pool().size();
    float[] costs = new float[data.size() * models];
    for (int i = 0; i < costs.length; i++) {
      float[] embedding = data.queries().embeddings().row(i / models);
      costs[i] = (float) Math.exp(embedding[i % models] - 0.5 * embedding[3]);
    }
    FloatMatrix matrix = FloatMatrix.wrap(data.size(), models, costs);
    return new RoutingData(
        data.queries(), new OutcomeTable(data.pool(), data.outcomes().scores(), matrix));
  }

  public static EmbeddedQueries queries(FloatMatrix embeddings) {
    List<Query> queries =
        IntStream.range(0, embeddings.rows())
            .mapToObj(row -> new Query("q" + row, "text " + row, "set"))
            .toList();
    return new EmbeddedQueries(queries, embeddings);
  }

  /** The same data with the models in another order: new column {@code i} was {@code order[i]}. */
  public static RoutingData permuteModels(RoutingData data, int... order) {
    List<String> names = IntStream.of(order).mapToObj(data.pool()::name).toList();
    float[][] scores = new float[data.size()][order.length];
    for (int row = 0; row < scores.length; row++) {
      for (int i = 0; i < order.length; i++) {
        scores[row][i] = data.outcomes().score(row, order[i]);
      }
    }
    return new RoutingData(
        data.queries(), new OutcomeTable(new ModelPool(names), FloatMatrix.of(scores)));
  }

  public static RoutingData none(RoutingData like) {
    return like.selectRows(new int[0]);
  }

  public static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }
}
