package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.routerlab.core.ScoreKind;
import org.routerlab.eval.BaselineDifferences;
import org.routerlab.eval.Bootstrap;
import org.routerlab.eval.Comparison;
import org.routerlab.eval.ErrorExchange;
import org.routerlab.eval.Estimate;
import org.routerlab.eval.HardEasyGap;
import org.routerlab.eval.Metric;
import org.routerlab.eval.Metrics;
import org.routerlab.eval.PlateauBand;
import org.routerlab.eval.RouterRuns;
import org.routerlab.eval.Standing;
import org.routerlab.eval.TestSet;
import org.routerlab.experiments.Choice.Candidate;
import org.routerlab.experiments.ExperimentConfig.RouterConfig;
import org.routerlab.experiments.report.PlateauRow;

/**
 * The Routing Plateau's tables 1 to 5 of one encoder's routers; references have no part in them,
 * nor routers that know what nobody can know at decision time.
 */
final class PlateauTables {

  /** What an experiment asks for these tables by. */
  static final String NAME = "plateau";

  private static final String NONE = PlateauRow.NONE;
  private static final String BASELINE = "knn";

  /** How far from the best the source's plateau reaches, in percentage points. */
  private static final double PUBLISHED_WIDTH = 2;

  private static final String CALIBRATED = "-calibrated";

  private final ExperimentConfig config;
  private final String benchmark;
  private final String encoder;
  private final TestSet test;
  private final Bootstrap bootstrap;
  private final List<RouterRuns> routers = new ArrayList<>();
  private final List<String> probabilistic = new ArrayList<>();
  private final List<PlateauRow> rows = new ArrayList<>();

  private PlateauTables(
      ExperimentConfig config,
      String benchmark,
      String encoder,
      TestSet test,
      Bootstrap bootstrap) {
    this.config = config;
    this.benchmark = benchmark;
    this.encoder = encoder;
    this.test = test;
    this.bootstrap = bootstrap;
  }

  /**
   * All rows, table by table.
   *
   * @param chosen one for each of {@code routers}, in the same order
   */
  static List<PlateauRow> of(
      ExperimentConfig config,
      String benchmark,
      List<Candidate> chosen,
      List<RouterRuns> routers,
      Bootstrap bootstrap) {
    TestSet test = routers.get(0).test();
    PlateauTables tables =
        new PlateauTables(config, benchmark, chosen.get(0).encoder(), test, bootstrap);
    routers.stream()
        // Known costs are asked for by the experiment, and no matter of one router.
        .filter(runs -> config.goesByRealisedCosts() || runs.seeds().get(0).isDeployable())
        .forEach(tables.routers::add);
    if (tables.routers.isEmpty()) {
      return List.of();
    }
    for (Candidate candidate : chosen) {
      if (candidate.scores().equals(ScoreKind.PROBABILITY.name())) {
        tables.probabilistic.add(candidate.router());
      }
    }
    List<String> order = tables.accuracy();
    if (test.hasCosts()) {
      tables.utilities(order, Metrics::utility);
      tables.utilities(order, lambda -> Metrics.calibrated(Metrics.utility(lambda)));
    }
    tables.hardAndEasy();
    if (tables.routers.size() > 1) {
      tables.exchange();
    }
    tables.baseline().ifPresent(base -> tables.baseline(base, order));
    return tables.rows;
  }

  private List<String> accuracy() {
    PlateauBand band = PlateauBand.of(test, routers, bootstrap);
    List<String> order = new ArrayList<>();
    for (PlateauBand.Rank rank : band.ranks()) {
      String router = rank.router();
      order.add(router);
      add(1, router, "accuracy", rank.accuracy());
      int runs = runs(router).seeds().size();
      add(1, router, "seed-deviation", plain(rank.seedDeviation(), runs));
      add(1, router, "behind", rank.behind());
      add(1, router, "in-band", plain(rank.isInBand() ? 1 : 0, test.size()));
      add(1, router, "corrected-p", plain(rank.correctedP(), test.size()));
      add(1, router, "in-corrected-band", plain(rank.isInCorrectedBand() ? 1 : 0, test.size()));
    }
    List<String> near = band.within(PUBLISHED_WIDTH);
    order.forEach(
        router ->
            add(1, router, "in-two-points", plain(near.contains(router) ? 1 : 0, test.size())));
    if (!near.isEmpty()) {
      double last = band.ranks().get(near.size() - 1).behind().value();
      add(1, NONE, "two-points-width", plain(-last, test.size()));
    }
    baseline()
        .ifPresent(
            base ->
                add(1, base, "knn-in-two-points", plain(near.contains(base) ? 1 : 0, test.size())));
    add(1, NONE, "band-width", band.width());
    add(1, NONE, "corrected-band-width", band.correctedWidth());
    add(1, NONE, "band-to-oracle", band.toOracle());
    baseline()
        .ifPresent(
            base ->
                add(
                    1,
                    base,
                    "knn-in-band",
                    plain(band.band().contains(base) ? 1 : 0, test.size())));
    baseline()
        .ifPresent(
            base ->
                add(
                    1,
                    base,
                    "knn-in-corrected-band",
                    plain(band.correctedBand().contains(base) ? 1 : 0, test.size())));
    return order;
  }

  /**
   * Sorted by the middle of the cost weights, as published.
   *
   * @param utility the metric of a cost weight, of predictions as they are or calibrated
   */
  private void utilities(List<String> order, DoubleFunction<Metric> utility) {
    List<Metric> metrics = new ArrayList<>();
    config.lambdas().forEach(lambda -> metrics.add(utility.apply(lambda)));
    String suffix = metrics.get(0).name().endsWith(CALIBRATED) ? CALIBRATED : "";
    Comparison comparison = Comparison.of(test, routers, metrics, bootstrap);
    String middle = metrics.get(metrics.size() / 2).name();
    List<String> sorted = new ArrayList<>(order);
    sorted.sort(
        (a, b) -> Double.compare(value(comparison, b, middle), value(comparison, a, middle)));
    for (String router : sorted) {
      double sum = 0;
      int weighed = 0;
      for (int i = 0; i < metrics.size(); i++) {
        String name = metrics.get(i).name();
        add(2, router, name, comparison.measurement(router, "all", name).orElseThrow().estimate());
        Optional<Standing> standing = comparison.standing("all", name);
        standing.stream()
            .flatMap(each -> each.differences().stream())
            .filter(difference -> difference.router().equals(router))
            .forEach(
                difference ->
                    add(2, router, name.replace("utility-", "behind-"), difference.estimate()));
        if (config.lambdas().get(i) > 0) {
          sum += value(comparison, router, name);
          weighed++;
        }
      }
      add(2, router, "average" + suffix, plain(sum / weighed, test.size()));
      if (suffix.isEmpty()) {
        add(2, router, "probability", plain(probabilistic.contains(router) ? 1 : 0, test.size()));
      }
    }
  }

  private static double value(Comparison comparison, String router, String metric) {
    return comparison.measurement(router, "all", metric).orElseThrow().estimate().value();
  }

  private void hardAndEasy() {
    HardEasyGap gap = HardEasyGap.of(test, routers, bootstrap);
    add(3, NONE, "hard-share", gap.hardShare());
    add(3, NONE, "hard-spread", gap.hardSpread());
    add(3, NONE, "hard-gap", gap.hardGap());
    add(3, NONE, "easy-gap", gap.easyGap());
    add(3, NONE, "gap-ratio", gap.ratio());
    add(3, NONE, "explained", gap.explained());
  }

  private void exchange() {
    ErrorExchange exchange = ErrorExchange.of(test, routers, bootstrap);
    add(4, NONE, "least-differ", exchange.leastDiffer());
    add(4, NONE, "most-differ", exchange.mostDiffer());
    add(4, NONE, "accuracy-gap", exchange.accuracyGap());
    add(4, NONE, "change", exchange.change());
    add(4, NONE, "signed-change", exchange.signedChange());
    add(4, NONE, "change-ratio", exchange.ratio());
    for (ErrorExchange.Pair pair : exchange.pairs()) {
      add(4, pair.first(), pair.second(), "differ", pair.differ());
      add(4, pair.first(), pair.second(), "only-first", pair.onlyFirst());
      add(4, pair.first(), pair.second(), "only-second", pair.onlySecond());
      add(4, pair.first(), pair.second(), "net", pair.net());
    }
  }

  /** The label of the first router that is kNN. */
  private Optional<String> baseline() {
    return config.routers().stream()
        .filter(router -> router.use().equals(BASELINE))
        .map(RouterConfig::label)
        .filter(label -> routers.stream().anyMatch(runs -> runs.router().equals(label)))
        .findFirst();
  }

  private void baseline(String base, List<String> order) {
    List<RouterRuns> predicting =
        routers.stream().filter(runs -> probabilistic.contains(runs.router())).toList();
    BaselineDifferences losses =
        BaselineDifferences.of(
            test,
            predicting,
            base,
            List.of(Metrics.crossEntropy(), Metrics.brier(), Metrics.calibrationError()),
            bootstrap);
    BaselineDifferences hard =
        BaselineDifferences.of(
            test, routers, base, List.of(Metrics.accuracy().on(test.subset("hard"))), bootstrap);
    add(5, NONE, "knn-bce", row(losses, base, "bce").orElseThrow().value());
    for (BaselineDifferences.Summary summary : losses.summaries()) {
      add(5, NONE, summary.metric().name() + "-least", summary.least());
      add(5, NONE, summary.metric().name() + "-median", summary.median());
      add(5, NONE, summary.metric().name() + "-greatest", summary.greatest());
    }
    add(5, NONE, "knn-hard-accuracy", row(hard, base, "accuracy").orElseThrow().value());
    add(5, NONE, "hard-accuracy-median", hard.summaries().get(0).median());
    for (String router : order) {
      for (String metric : List.of("bce", "brier", "ece")) {
        addDifference(router, base, metric, row(losses, router, metric));
      }
      addDifference(router, base, "hard-accuracy", row(hard, router, "accuracy"));
    }
  }

  private void addDifference(
      String router, String base, String quantity, Optional<BaselineDifferences.Row> row) {
    Estimate none = plain(Double.NaN, test.size());
    add(5, router, quantity, row.map(BaselineDifferences.Row::value).orElse(none));
    add(
        5,
        router,
        base,
        quantity + "-difference",
        row.map(BaselineDifferences.Row::difference).orElse(none));
  }

  private static Optional<BaselineDifferences.Row> row(
      BaselineDifferences differences, String router, String metric) {
    return differences.rows().stream()
        .filter(row -> row.router().equals(router) && row.metric().name().equals(metric))
        .findFirst();
  }

  private RouterRuns runs(String router) {
    return routers.stream().filter(runs -> runs.router().equals(router)).findFirst().orElseThrow();
  }

  private static Estimate plain(double value, int n) {
    return new Estimate(value, Double.NaN, Double.NaN, n);
  }

  private void add(int table, String router, String quantity, Estimate estimate) {
    add(table, router, NONE, quantity, estimate);
  }

  private void add(int table, String router, String other, String quantity, Estimate estimate) {
    rows.add(
        new PlateauRow(
            benchmark,
            encoder,
            table,
            router,
            other,
            quantity,
            estimate.value(),
            estimate.low(),
            estimate.high(),
            estimate.n()));
  }
}
