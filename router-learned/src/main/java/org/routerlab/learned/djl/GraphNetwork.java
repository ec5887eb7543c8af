package org.routerlab.learned.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * The dot product, divided by the root of its length, of a projected query with a vector of each
 * model, where a model's vector is the mean message of training queries over the edges on which its
 * score is visible.
 *
 * <p>With u = W x + b, the message of a query is max(0, A u + c) on an edge of score 0, max(0, A u
 * + c + e) on an edge of score 1, and in between for a score in between. Mean messages are brought
 * to mean 0 and deviation 1 over the models, then scaled and shifted. A training step hides a share
 * of the batch's edges at random: these are the targets, and the others carry the messages, so that
 * no score helps to predict itself. In routing all training edges are visible.
 *
 * @param width of the vectors, at least 1
 * @param hidden the share of edges that are targets, in [0.05, 0.95]
 * @param training the training queries as the network is given them, and their outcomes with the
 *     models in the order of the network's outputs
 */
public record GraphNetwork(int width, double hidden, Edges training) implements Network {

  private static final double EPSILON = 1e-5;

  // Parameters by place.
  private static final int PROJECTION = 0;
  private static final int BIAS = 1;
  private static final int MESSAGE = 2;
  private static final int MESSAGE_BIAS = 3;
  private static final int EDGE = 4;
  private static final int SCALE = 5;
  private static final int SHIFT = 6;

  /**
   * Training queries with their edges to models.
   *
   * @param inputs queries × dimensions
   * @param scores queries × models: 0 where not observed
   * @param observed queries × models: 1 where observed, else 0
   */
  public record Edges(FloatMatrix inputs, FloatMatrix scores, FloatMatrix observed) {

    /** The edges of all observed outcomes. */
    public static Edges of(FloatMatrix inputs, OutcomeTable outcomes) {
      float[] scores = outcomes.scores().toArray();
      float[] observed = new float[scores.length];
      for (int i = 0; i < scores.length; i++) {
        observed[i] = Float.isNaN(scores[i]) ? 0 : 1;
        scores[i] = Float.isNaN(scores[i]) ? 0 : scores[i];
      }
      int models = outcomes.pool().size();
      return new Edges(
          inputs,
          FloatMatrix.wrap(inputs.rows(), models, scores),
          FloatMatrix.wrap(inputs.rows(), models, observed));
    }
  }

  /** Rejects values out of range. */
  public GraphNetwork {
    Require.positive("width", width);
    Require.between("hidden", hidden, 0.05, 0.95);
  }

  /** Cross-entropy on the edges that a step hid. */
  public static RoutingLoss loss() {
    return (output, batch) -> {
      long models = batch.targets().getShape().get(1);
      NDArray hidden = output.get(":, " + models + ":").stopGradient();
      Batch targets = new Batch(batch.rows(), batch.targets(), hidden);
      return RoutingLoss.binaryCrossEntropy().loss(output.get(":, :" + models), targets);
    };
  }

  @Override
  public List<Parameter> initialise(int inputs, float[] logits, Seed seed) {
    SplittableRandom random = seed.stream("initial weights");
    return List.of(
        Initial.uniform(width, inputs, random),
        Initial.bias(width, 0),
        Initial.normal(width, width, Math.sqrt(3.0 / width), random),
        Initial.bias(width, -1),
        Initial.bias(width, 1),
        Initial.bias(width, 1),
        Initial.bias(width, 0));
  }

  /** Logits, and 1 where an edge was a target, else 0. */
  @Override
  public NDArray forward(NDArray inputs, Batch batch, List<NDArray> weights, Noise noise) {
    NDArray visible = noise.dropout(batch.mask().onesLike(), hidden).sign().mul(batch.mask());
    NDArray query = Affine.forward(inputs, weights.get(PROJECTION), weights.get(BIAS));
    NDArray logits = logits(query, query, batch.targets(), visible, weights);
    return logits.concat(batch.mask().sub(visible), 1);
  }

  @Override
  public NDArray forward(NDArray inputs, List<NDArray> weights, Noise noise) {
    NDManager manager = inputs.getManager();
    NDArray sources =
        Affine.forward(
            array(manager, training.inputs()), weights.get(PROJECTION), weights.get(BIAS));
    NDArray query = Affine.forward(inputs, weights.get(PROJECTION), weights.get(BIAS));
    NDArray scores = array(manager, training.scores());
    return logits(query, sources, scores, array(manager, training.observed()), weights);
  }

  private static NDArray array(NDManager manager, FloatMatrix matrix) {
    return Torch.array(manager, matrix.toArray(), new Shape(matrix.rows(), matrix.columns()));
  }

  private NDArray logits(
      NDArray query, NDArray sources, NDArray scores, NDArray visible, List<NDArray> weights) {
    NDArray wrong = Affine.forward(sources, weights.get(MESSAGE), weights.get(MESSAGE_BIAS));
    NDArray right = Activation.relu(wrong.add(weights.get(EDGE)));
    NDArray rightly = scores.mul(visible);
    NDArray sums =
        rightly
            .transpose()
            .dot(right)
            .add(visible.sub(rightly).transpose().dot(Activation.relu(wrong)));
    int[] overRows = {0};
    NDArray means = sums.div(visible.sum(overRows).maximum(1).expandDims(1));
    NDArray centred = means.sub(means.mean(overRows, true));
    NDArray deviation = centred.square().mean(overRows, true).add(EPSILON).sqrt();
    NDArray vectors = centred.div(deviation).mul(weights.get(SCALE)).add(weights.get(SHIFT));
    return query.dot(vectors.transpose()).div(Torch.number(query, Math.sqrt(width)));
  }

  @Override
  public UnaryOperator<FloatMatrix> freeze(List<FloatMatrix> weights) {
    Affine projection = Affine.of(weights.get(PROJECTION), weights.get(BIAS));
    Affine message = Affine.of(weights.get(MESSAGE), weights.get(MESSAGE_BIAS));
    FloatMatrix wrong = message.apply(projection.apply(training.inputs()));
    double[][] means = meanMessages(wrong.toArray(), weights.get(EDGE).row(0));
    Affine models = Affine.linear(vectors(means, weights));
    return rows -> models.apply(projection.apply(rows));
  }

  /** Models × width. */
  private double[][] meanMessages(float[] wrong, float[] edge) {
    int models = training.scores().columns();
    double[][] means = new double[models][width];
    for (int model = 0; model < models; model++) {
      int visible = 0;
      for (int row = 0; row < training.scores().rows(); row++) {
        if (training.observed().get(row, model) > 0) {
          visible++;
          double score = training.scores().get(row, model);
          for (int i = 0; i < width; i++) {
            float below = wrong[row * width + i];
            means[model][i] +=
                (1 - score) * Math.max(0, below) + score * Math.max(0, below + edge[i]);
          }
        }
      }
      for (int i = 0; i < width; i++) {
        means[model][i] /= Math.max(1, visible);
      }
    }
    return means;
  }

  private FloatMatrix vectors(double[][] means, List<FloatMatrix> weights) {
    int models = means.length;
    float[] vectors = new float[models * width];
    for (int i = 0; i < width; i++) {
      double sum = 0;
      for (double[] mean : means) {
        sum += mean[i];
      }
      double squares = 0;
      for (double[] mean : means) {
        squares += (mean[i] - sum / models) * (mean[i] - sum / models);
      }
      double deviation = Math.sqrt(squares / models + EPSILON);
      for (int model = 0; model < models; model++) {
        double unit = (means[model][i] - sum / models) / deviation;
        vectors[model * width + i] =
            (float)
                ((unit * weights.get(SCALE).get(0, i) + weights.get(SHIFT).get(0, i))
                    / Math.sqrt(width));
      }
    }
    return FloatMatrix.wrap(models, width, vectors);
  }
}
