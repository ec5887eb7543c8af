package org.routerlab.learned;

import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.Clustering;
import org.routerlab.learned.engine.OutcomeMeans;

/**
 * Gives every query a few tags, and predicts a model's score as its training mean plus what it
 * gains or loses, on average over the tags, on the training queries of a tag.
 *
 * <p>The tags of a query are the clusters nearest to it. A decider stays with the best single model
 * unless another promises more by a threshold.
 *
 * <p>Cost: training clusters the queries once; a decision compares the query with the centroids.
 * Money is weighed after the fact; with a threshold, scores have to be calibrated first.
 *
 * @param clusters the number of tags there are, at least 1; one for each distinct training query
 *     where there are fewer
 * @param tags the number of tags a query has, at least 1
 * @param shrinkage how many queries without gain are added to each tag, at least 0
 * @param threshold by how much the best prediction has to exceed that of the best single model to
 *     be followed, at least 0; added to the best single model's
 */
@Paper(
    title = "TagRouter: Learning Route to LLMs through Tags for Open-Domain Text Generation Tasks",
    url = "https://arxiv.org/abs/2506.12473",
    deviations =
        "Tags are clusters of embeddings instead of words written by a fine-tuned language model."
            + " Scores of tags are shrunken mean gains in the recorded score instead of counts of"
            + " wins, ties and losses against a reference, and averaged over the tags, not added up,"
            + " since a training mean is added to them. Some comparisons list FORC"
            + " (arXiv 2308.06077) under this name.")
public record TagRouter(int clusters, int tags, double shrinkage, double threshold)
    implements RoutingMethod {

  /** Rejects values out of range. */
  public TagRouter {
    Require.positive("clusters", clusters);
    Require.positive("tags", tags);
    Require.between("shrinkage", shrinkage, 0, 1e9);
    Require.between("threshold", threshold, 0, 1e9);
  }

  /** 3 of 128 tags, shrinkage 10, and the best prediction is always followed. */
  public TagRouter() {
    this(128, 3, 10, 0);
  }

  @Override
  public String name() {
    return "tag-router";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    Clustering clustering = Clustering.of(train, clusters, context);
    double[] means = OutcomeMeans.overall(train.outcomes());
    int[][] tagged = clustering.nearest(train.queries().embeddings(), tags);
    double[][] gains = gains(train.outcomes(), means, tagged, clustering.size());
    double[] start = means.clone();
    start[ModelRanking.of(train.outcomes()).best()] += threshold;
    return ScoringRouter.of(
        threshold == 0 ? ScoreKind.PROBABILITY : ScoreKind.RANK,
        queries -> predict(clustering.nearest(queries.embeddings(), tags), start, gains));
  }

  private double[][] gains(OutcomeTable outcomes, double[] means, int[][] tagged, int count) {
    double[][] gains = new double[count][means.length];
    int[][] observed = new int[count][means.length];
    for (int row = 0; row < tagged.length; row++) {
      for (int tag : tagged[row]) {
        for (int model = 0; model < means.length; model++) {
          if (outcomes.isObserved(row, model)) {
            gains[tag][model] += outcomes.score(row, model) - means[model];
            observed[tag][model]++;
          }
        }
      }
    }
    for (int tag = 0; tag < count; tag++) {
      for (int model = 0; model < means.length; model++) {
        gains[tag][model] /= Math.max(Double.MIN_NORMAL, observed[tag][model] + shrinkage);
      }
    }
    return gains;
  }

  private static FloatMatrix predict(int[][] tagged, double[] start, double[][] gains) {
    float[] scores = new float[tagged.length * start.length];
    for (int row = 0; row < tagged.length; row++) {
      for (int model = 0; model < start.length; model++) {
        double gain = 0;
        for (int tag : tagged[row]) {
          gain += gains[tag][model];
        }
        scores[row * start.length + model] = (float) (start[model] + gain / tagged[row].length);
      }
    }
    return FloatMatrix.wrap(tagged.length, start.length, scores);
  }
}
