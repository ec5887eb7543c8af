package org.routerlab.experiments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.routerlab.eval.Bootstrap;
import org.routerlab.eval.Metric;
import org.routerlab.eval.ModelPair;
import org.routerlab.eval.RouteLlm;
import org.routerlab.eval.RouterRuns;
import org.routerlab.eval.RoutingRateCurve;
import org.routerlab.eval.TestSet;
import org.routerlab.experiments.report.AnalysisChart;
import org.routerlab.experiments.report.AnalysisChart.ChartLine;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Unit;

/** Accuracy over the share of calls to a strong model, for pairs of models. */
final class PairTables {

  /** What an experiment asks for these tables by. */
  static final String NAME = "routing-rate";

  /** The family of metrics of pairs. */
  static final String FAMILY = "route-llm";

  private static final List<Double> SHARES =
      IntStream.rangeClosed(0, 20).mapToObj(step -> step / 20.0).toList();
  private static final List<Integer> SHOWN = List.of(4, 10, 16);

  private final FinishedRun run;
  private final String encoder;
  private final ModelPair pair;
  private final String name;

  private PairTables(FinishedRun run, String encoder, ModelPair pair) {
    this.run = run;
    this.encoder = encoder;
    this.pair = pair;
    this.name = run.test().pool().name(pair.weak()) + " → " + run.test().pool().name(pair.strong());
  }

  /** A table and a chart for every pair and encoder. */
  static Analysed of(FinishedRun run) throws IOException {
    List<AnalysisTable> tables = new ArrayList<>();
    List<AnalysisChart> charts = new ArrayList<>();
    List<ModelPair> pairs = new ArrayList<>();
    run.config()
        .pairs()
        .forEach(each -> pairs.add(ModelPair.of(run.test().pool(), each.weak(), each.strong())));
    if (pairs.isEmpty()) {
      pairs.add(ModelPair.of(run.test()));
    }
    for (String encoder : run.encoders()) {
      List<RouterRuns> routers = run.routers(encoder);
      for (int number = 0; number < pairs.size(); number++) {
        PairTables each = new PairTables(run, encoder, pairs.get(number));
        tables.add(each.table(routers, number + 1));
        charts.add(each.chart(routers, number + 1));
      }
    }
    return new Analysed(tables, charts, new TreeMap<>());
  }

  private AnalysisTable table(List<RouterRuns> routers, int number) {
    TestSet test = run.test();
    Bootstrap bootstrap = run.bootstrap();
    TableBuilder table =
        new TableBuilder(
                "routing-rate-" + number,
                "Calls divided between " + name + ", " + encoder,
                "Area under accuracy over the share of calls to the strong model, queries handed"
                    + " over by the router's prediction for it less that for the weak one; the gain"
                    + " over handing over at random, in points; accuracy at three shares.",
                "Router")
            .column("Area", Unit.PERCENT)
            .column("Gain", Unit.POINTS);
    SHOWN.forEach(step -> table.column(percent(SHARES.get(step)), Unit.PERCENT));
    List<Metric> metrics = RouteLlm.metrics(test, pair);
    for (RouterRuns runs : routers) {
      List<Entry> cells = new ArrayList<>();
      cells.add(TableBuilder.entry(bootstrap.estimate(runs, named(metrics, "routing-rate-area"))));
      cells.add(TableBuilder.points(bootstrap.estimate(runs, named(metrics, "routing-rate-gain"))));
      double[] curve = curve(runs);
      SHOWN.forEach(step -> cells.add(Entry.value(curve[step])));
      table.row(runs.router(), 0, cells);
    }
    for (RoutingRateCurve reference : references(test)) {
      List<Entry> cells = new ArrayList<>(List.of(Entry.text("–"), Entry.text("–")));
      double[] curve = sampled(reference);
      SHOWN.forEach(step -> cells.add(Entry.value(curve[step])));
      table.row(reference.name(), 1, cells);
    }
    return table.of(encoder).beside(run.config().published());
  }

  private static Metric named(List<Metric> metrics, String start) {
    return metrics.stream()
        .filter(metric -> metric.name().startsWith(start + "/"))
        .findFirst()
        .orElseThrow();
  }

  private AnalysisChart chart(List<RouterRuns> routers, int number) {
    List<ChartLine> lines = new ArrayList<>();
    Function<double[], List<Entry>> points =
        values -> IntStream.range(0, values.length).mapToObj(i -> Entry.value(values[i])).toList();
    routers.forEach(runs -> lines.add(new ChartLine(runs.router(), points.apply(curve(runs)))));
    references(run.test())
        .forEach(curve -> lines.add(new ChartLine(curve.name(), points.apply(sampled(curve)))));
    return new AnalysisChart(
        "routing-rate-" + number + "-" + encoder.replace('.', '-'),
        "Calls divided between " + name + ", " + encoder,
        "Accuracy over the share of calls to the strong model; optimal looks at test outcomes.",
        "Share of calls to the strong model",
        "Accuracy",
        Unit.PERCENT,
        List.of(),
        SHARES,
        lines);
  }

  private List<RoutingRateCurve> references(TestSet test) {
    return List.of(RoutingRateCurve.random(test, pair), RoutingRateCurve.optimal(test, pair));
  }

  /** The mean over the runs; NaN for a router without predictions. */
  private double[] curve(RouterRuns runs) {
    double[] mean = new double[SHARES.size()];
    runs.seeds()
        .forEach(
            seed -> {
              double[] one = sampled(RoutingRateCurve.of(seed, pair));
              for (int i = 0; i < mean.length; i++) {
                mean[i] += one[i] / runs.seeds().size();
              }
            });
    return mean;
  }

  private static double[] sampled(RoutingRateCurve curve) {
    double[] values = new double[SHARES.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = at(curve.points(), SHARES.get(i));
    }
    return values;
  }

  /** Straight between points. */
  private static double at(List<RoutingRateCurve.Point> points, double share) {
    for (int i = 0; i < points.size(); i++) {
      RoutingRateCurve.Point right = points.get(i);
      if (right.share() >= share) {
        RoutingRateCurve.Point left = points.get(Math.max(0, i - 1));
        double width = right.share() - left.share();
        double part = width == 0 ? 0 : (share - left.share()) / width;
        return left.accuracy() + part * (right.accuracy() - left.accuracy());
      }
    }
    return Double.NaN;
  }

  private static String percent(double share) {
    return "at " + Math.round(100 * share) + " %";
  }
}
