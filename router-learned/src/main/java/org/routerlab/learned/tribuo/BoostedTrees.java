package org.routerlab.learned.tribuo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.learned.engine.Regression;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer;

/**
 * Gradient-boosted regression trees for squared error, by XGBoost with 64 bins a feature and one
 * thread. Nothing in it is random.
 *
 * @param trees the number of trees of a column, at least 1
 * @param depth the most splits above a leaf, in [1, 30]
 * @param learningRate the share of a tree's correction that is taken, in (0, 1]
 */
public record BoostedTrees(int trees, int depth, double learningRate) implements Regression {

  /** Rejects values out of range. */
  public BoostedTrees {
    Require.positive("trees", trees);
    Require.between("depth", depth, 1, 30);
    Require.between("learningRate", Require.positive("learningRate", learningRate), 0, 1);
  }

  @Override
  public UnaryOperator<FloatMatrix> fit(FloatMatrix inputs, FloatMatrix targets) {
    List<TreeSum> sums = boosters(inputs, targets).stream().map(BoostedTrees::copy).toList();
    return rows -> TreeSum.predict(sums, rows);
  }

  /** One a column. */
  List<Booster> boosters(FloatMatrix inputs, FloatMatrix targets) {
    XGBoostRegressionTrainer trainer =
        new XGBoostRegressionTrainer(
            XGBoostRegressionTrainer.RegressionType.LINEAR, trees, settings());
    XGBoostModel<Regressor> model = trainer.train(Tribuo.data(inputs, targets), Map.of());
    return model.getInnerModels();
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("objective", XGBoostRegressionTrainer.RegressionType.LINEAR.paramName);
    settings.put("eta", learningRate);
    settings.put("max_depth", depth);
    settings.put("tree_method", "hist");
    settings.put("max_bin", 64);
    settings.put("base_score", TreeSum.BASE);
    settings.put("nthread", 1);
    settings.put("seed", 0);
    settings.put("verbosity", 0);
    return settings;
  }

  private static TreeSum copy(Booster booster) {
    try {
      return TreeSum.parse(booster.getModelDump("", false));
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost did not give its trees away", e);
    }
  }
}
