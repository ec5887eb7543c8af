package org.routerlab.learned;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.routerlab.core.Paper;
import org.routerlab.core.Require;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.Gram;
import org.routerlab.learned.engine.PerModelRegression;
import org.routerlab.learned.engine.PoolOrder;
import org.routerlab.learned.engine.PrincipalComponents;
import org.routerlab.learned.engine.Regression;
import org.routerlab.learned.engine.RowSample;
import org.routerlab.learned.engine.UnitInterval;
import org.routerlab.learned.tribuo.LinearSvr;
import org.routerlab.learned.tribuo.RbfSvr;

/**
 * Predicts a model's score by support vector regression, one a model: errors count in proportion to
 * their size, and small ones not at all.
 *
 * <p>Predictions are cut to [0, 1]. Of scores of 0 and 1 such a regression estimates the median,
 * not the mean, so that predictions mean something by their order only.
 *
 * <p>Cost: training grows with the square of the training queries for RBF and in proportion for
 * LINEAR; a decision compares the query with all support vectors for RBF and is one dot product a
 * model for LINEAR. Money cost is weighed after the fact.
 *
 * @param kernel the form of the function
 * @param components the number of principal components of the embedding that are the features; 0
 *     for the embedding itself
 * @param c how much errors count against the smoothness of the function, above 0
 * @param epsilon the error that does not count, at least 0
 * @param gamma how narrow the RBF kernel is, relative to 1 / (features × their mean variance);
 *     above 0
 * @param most the most training queries for RBF, at least 1; drawn at random where there are more
 */
@Paper(
    title = "RouterBench: A Benchmark for Multi-LLM Routing System",
    url = "https://arxiv.org/abs/2403.12031",
    deviations =
        "The RBF kernel, a kernel width by variance and the principal components are additions, after"
            + " the router of When Routing Collapses; features are not standardised one by one.")
public record Svm(Kernel kernel, int components, double c, double epsilon, double gamma, int most)
    implements RoutingMethod {

  /** The form of the function. */
  public enum Kernel {
    /** Linear, as published. */
    LINEAR,
    /** A sum of Gaussian bumps around training queries. */
    RBF
  }

  /** Rejects values out of range. */
  public Svm {
    Objects.requireNonNull(kernel, "kernel");
    Require.between("components", components, 0, Integer.MAX_VALUE);
    Require.positive("c", c);
    Require.between("epsilon", epsilon, 0, Double.MAX_VALUE);
    Require.positive("gamma", gamma);
    Require.positive("most", most);
  }

  /** RBF on 64 components of at most 5,000 training queries, c 1, epsilon 0.1, gamma 1. */
  public Svm() {
    this(Kernel.RBF, 64, 1, 0.1, 1, 5000);
  }

  @Override
  public String name() {
    return "svm";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    PoolOrder columns = PoolOrder.of(train.pool());
    FloatMatrix embeddings = train.queries().embeddings();
    PrincipalComponents principal = PrincipalComponents.of(embeddings, components, context);
    FloatMatrix features = principal.apply(embeddings);
    FloatMatrix targets = columns.sort(train.outcomes()).scores();
    if (kernel == Kernel.RBF && features.rows() > most) {
      int[] rows = RowSample.of(features.rows(), most, context.seed().stream("rows"));
      features = features.selectRows(rows);
      targets = targets.selectRows(rows);
    }
    UnaryOperator<FloatMatrix> scores =
        PerModelRegression.fit(regression(features, context), features, targets, 0);
    return columns.restore(
        ScoringRouter.of(
            ScoreKind.RANK,
            queries -> UnitInterval.clip(scores.apply(principal.apply(queries.embeddings())))));
  }

  private Regression regression(FloatMatrix features, TrainingContext context) {
    if (kernel == Kernel.LINEAR) {
      return new LinearSvr(c, epsilon, context.seed().derive("row order").value());
    }
    double spread = Gram.of(features).spread();
    return new RbfSvr(c, epsilon, spread > 0 ? gamma / spread : gamma);
  }
}
