package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.Decisions;
import org.routerlab.core.ModelPool;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Progress;
import org.routerlab.core.Query;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.eval.RouterRuns;
import org.routerlab.eval.TestSet;
import org.routerlab.eval.calibrate.Calibrator;
import org.routerlab.experiments.report.ResultRow;
import org.routerlab.experiments.report.ResultsCsv;

class CalibratingTest {

  private static final int ROWS = 40;
  private static final OutcomeTable OUTCOMES = outcomes();

  @TempDir private Path folder;

  /** Model a is right on the first 30 queries, model b on the last 20; a costs 1 and b costs 2. */
  private static OutcomeTable outcomes() {
    float[] scores = new float[2 * ROWS];
    float[] costs = new float[2 * ROWS];
    for (int row = 0; row < ROWS; row++) {
      scores[2 * row] = row < 30 ? 1 : 0;
      scores[2 * row + 1] = row < 20 ? 0 : 1;
      costs[2 * row] = 1;
      costs[2 * row + 1] = 2;
    }
    return new OutcomeTable(
        ModelPool.of("a", "b"),
        FloatMatrix.wrap(ROWS, 2, scores),
        FloatMatrix.wrap(ROWS, 2, costs));
  }

  private static TestSet test() {
    List<Query> queries =
        IntStream.range(0, ROWS).mapToObj(i -> new Query("q" + i, "text", "d")).toList();
    return TestSet.of(OUTCOMES, queries, OUTCOMES);
  }

  /** Ratings of about 1000 that rise from query to query for b, and fall for a. */
  private static Predictions ratings(double scale) {
    float[] scores = new float[2 * ROWS];
    for (int row = 0; row < ROWS; row++) {
      scores[2 * row] = (float) (1000 - scale * (row - 30));
      scores[2 * row + 1] = (float) (1000 + scale * (row - 20));
    }
    FloatMatrix matrix = FloatMatrix.wrap(ROWS, 2, scores);
    return new Predictions.Scored(
        matrix,
        ScoreKind.RATING,
        Optional.empty(),
        Decisions.argmax(matrix, ModelRanking.of(OUTCOMES)));
  }

  @Test
  void ratingsAreWeighedAgainstCostAfterCalibrationOnly() {
    List<Predictions> seeds = List.of(ratings(3), ratings(9));
    TestSet test = test();
    RouterRuns raw = Deciding.BY_SCORE.runs("r", test, seeds);
    RouterRuns runs = Calibrating.on(OUTCOMES, Deciding.BY_SCORE).add(raw, seeds, seeds);
    assertThat(runs.seeds()).isEqualTo(raw.seeds());
    assertThat(runs.calibratedSeeds()).hasSize(2);
    // Of ratings, no weight changes a choice; of chances, a dear model must be better by its cost.
    assertThat(raw.seeds().get(1).choose(.7).decisions())
        .isEqualTo(raw.seeds().get(1).choose(0).decisions());
    assertThat(runs.calibratedSeeds().get(1).choose(.7).decisions().model(25)).isZero();
    assertThat(runs.calibratedSeeds().get(1).choose(.2).decisions().model(35)).isEqualTo(1);
  }

  @Test
  void everySeedIsFittedOnItsOwnValidationPredictions() {
    TestSet test = test();
    List<Predictions> mixed = List.of(ratings(3), ratings(9));
    RouterRuns runs =
        Calibrating.on(OUTCOMES, Deciding.BY_SCORE)
            .add(Deciding.BY_SCORE.runs("r", test, mixed), mixed, mixed);
    // One is the other on another scale, which its own fit takes away.
    for (double lambda : new double[] {0, .2, .5, .7, .9}) {
      assertThat(runs.calibratedSeeds().get(0).choose(lambda).decisions())
          .isEqualTo(runs.calibratedSeeds().get(1).choose(lambda).decisions());
    }
  }

  @Test
  void withoutValidationOrScoresTheRunsStandForThemselves() {
    TestSet test = test();
    List<Predictions> scored = List.of(ratings(3));
    RouterRuns raw = Deciding.BY_SCORE.runs("r", test, scored);
    Calibrating none = Calibrating.on(OUTCOMES.selectRows(new int[0]), Deciding.BY_SCORE);
    assertThat(none.calibrator()).isEqualTo(Calibrator.IDENTITY);
    assertThat(none.add(raw, scored, scored).calibrated()).isSameAs(raw);
    List<Predictions> decided = List.of(new Predictions.Decided(Decisions.constant(ROWS, 1)));
    RouterRuns fixed = Deciding.BY_SCORE.runs("fixed", test, decided);
    assertThat(
            Calibrating.on(OUTCOMES, Deciding.BY_SCORE).add(fixed, decided, decided).calibrated())
        .isSameAs(fixed);
  }

  @Test
  void resultsHoldBothAndReferencesAreTheSameInBoth() throws IOException {
    String text =
        """
        name: small
        dataset: synthetic
        limit: 200
        encoders: [hashing]
        resamples: 100
        routers: [utterance, knn]
        """;
    Path results = folder.resolve("small");
    Runner.run(
        ShippedExperiments.parse("small.yaml", text),
        new Runner.Options(folder, results, folder.resolve("cache"), 1),
        Progress.NONE);
    List<ResultRow> rows = ResultsCsv.read(results.resolve("results.csv"));
    for (String metric : List.of("utility-0.5", "lambda-area", "lambda-peak", "qnc")) {
      String calibrated = metric + "-calibrated";
      assertThat(value(rows, "heuristic", calibrated)).isEqualTo(value(rows, "heuristic", metric));
      assertThat(value(rows, "utterance", calibrated)).isNotNaN();
    }
    assertThat(value(rows, "utterance", "utility-0.5-calibrated"))
        .isNotEqualTo(value(rows, "utterance", "utility-0.5"));
    Verifier.Verdict verdict = Verifier.verify(results, folder, Progress.NONE);
    assertThat(verdict.isEqual()).as(verdict.text()).isTrue();
  }

  private static double value(List<ResultRow> rows, String router, String metric) {
    return rows.stream()
        .filter(row -> row.router().equals(router) && row.metric().equals(metric))
        .filter(row -> row.subset().equals("all"))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
