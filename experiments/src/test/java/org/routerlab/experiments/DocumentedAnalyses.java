package org.routerlab.experiments;

import java.util.List;
import org.routerlab.datasets.transform.GreedyPruning;
import org.routerlab.datasets.transform.JaccardSimilarity;
import org.routerlab.datasets.transform.LabelDisagreement;
import org.routerlab.datasets.transform.NearDuplicates;
import org.routerlab.datasets.transform.PseudoSpecialist;
import org.routerlab.eval.AgreementChange;
import org.routerlab.eval.BaselineDifferences;
import org.routerlab.eval.CollapseByBudget;
import org.routerlab.eval.ConfigurationPlateau;
import org.routerlab.eval.CorrectedResampledT;
import org.routerlab.eval.Curve;
import org.routerlab.eval.DecisionLatency;
import org.routerlab.eval.EncoderSpread;
import org.routerlab.eval.ErrorExchange;
import org.routerlab.eval.HardEasyGap;
import org.routerlab.eval.HoldOutChange;
import org.routerlab.eval.Latencies;
import org.routerlab.eval.MinimumDetectableEffect;
import org.routerlab.eval.NotSeparableGroups;
import org.routerlab.eval.OperatingPoints;
import org.routerlab.eval.PairedComparison;
import org.routerlab.eval.ParetoDistance;
import org.routerlab.eval.PlateauBand;
import org.routerlab.eval.PoolCurve;
import org.routerlab.eval.PoolSearch;
import org.routerlab.eval.Robustness;
import org.routerlab.eval.RoutingRateCurve;
import org.routerlab.eval.SelectionHistograms;
import org.routerlab.eval.TradeOff;
import org.routerlab.eval.TrainingGain;
import org.routerlab.eval.WinTieLoss;
import org.routerlab.eval.wrr.CategorySimilarity;
import org.routerlab.eval.wrr.HeuristicAgreement;
import org.routerlab.eval.wrr.ModelDominance;
import org.routerlab.eval.wrr.SpecialistScores;

/** The analyses that docs/metrics.md describes, in its order. */
final class DocumentedAnalyses {

  static final List<Class<?>> ALL =
      List.of(
          PlateauBand.class,
          HardEasyGap.class,
          ErrorExchange.class,
          BaselineDifferences.class,
          ConfigurationPlateau.class,
          EncoderSpread.class,
          SelectionHistograms.class,
          TrainingGain.class,
          Curve.class,
          RoutingRateCurve.class,
          CollapseByBudget.class,
          ParetoDistance.class,
          OperatingPoints.class,
          TradeOff.class,
          Latencies.class,
          DecisionLatency.class,
          PoolSearch.class,
          PoolCurve.class,
          Robustness.class,
          HoldOutChange.class,
          NearDuplicates.class,
          LabelDisagreement.class,
          ModelDominance.class,
          SpecialistScores.class,
          CategorySimilarity.class,
          JaccardSimilarity.class,
          GreedyPruning.class,
          PseudoSpecialist.class,
          HeuristicAgreement.class,
          AgreementChange.class,
          PairedComparison.class,
          WinTieLoss.class,
          MinimumDetectableEffect.class,
          NotSeparableGroups.class,
          CorrectedResampledT.class);

  private DocumentedAnalyses() {}
}
