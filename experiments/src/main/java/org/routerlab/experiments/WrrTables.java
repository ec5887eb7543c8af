package org.routerlab.experiments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.datasets.transform.CrossSplitDuplicates;
import org.routerlab.datasets.transform.LabelDisagreement;
import org.routerlab.datasets.transform.NearDuplicates;
import org.routerlab.datasets.transform.TextEmbeddings;
import org.routerlab.eval.wrr.CategorySimilarity;
import org.routerlab.eval.wrr.ModelDominance;
import org.routerlab.eval.wrr.SpecialistScores;
import org.routerlab.experiments.report.AnalysisTable;
import org.routerlab.experiments.report.AnalysisTable.Entry;
import org.routerlab.experiments.report.AnalysisTable.Unit;

/**
 * The analyses of Who Routes the Router: of a benchmark, and of what routers make of its variants.
 */
final class WrrTables {

  /** What an experiment asks for these tables by. */
  static final String NAME = "who-routes-the-router";

  private static final int SHOWN = 5;

  private final FinishedRun run;
  private final FloatMatrix embeddings;

  private WrrTables(FinishedRun run, FloatMatrix embeddings) {
    this.run = run;
    this.embeddings = embeddings;
  }

  /**
   * All tables.
   *
   * @param variants the runs of the variants by name
   * @param embeddings of the first encoder
   */
  static List<AnalysisTable> of(
      FinishedRun run, Map<String, FinishedRun> variants, TextEmbeddings embeddings)
      throws IOException {
    WrrTables tables = new WrrTables(run, embeddings.of(run.workload().benchmark().texts()));
    List<AnalysisTable> all = new ArrayList<>();
    all.add(tables.duplicates());
    all.add(tables.dominance());
    all.add(tables.specialistScores());
    all.add(tables.similarity());
    for (Map.Entry<String, FinishedRun> variant : variants.entrySet()) {
      all.addAll(WrrVariantTables.of(run, variant.getKey(), variant.getValue()));
    }
    for (String encoder : run.encoders()) {
      if (!run.config().holdOuts().isEmpty()) {
        all.add(tables.holdOuts(encoder));
      }
    }
    return all;
  }

  private AnalysisTable duplicates() {
    OutcomeTable outcomes = run.workload().benchmark().outcomes();
    NearDuplicates found = NearDuplicates.of(embeddings);
    LabelDisagreement labels = found.disagreement(outcomes);
    int[] train = run.workload().split().train();
    NearDuplicates inTrain = NearDuplicates.among(train, embeddings, NearDuplicates.THRESHOLD);
    LabelDisagreement trainLabels = inTrain.disagreement(outcomes);
    CrossSplitDuplicates across = found.across(train, run.workload().split().test());
    TableBuilder table =
        new TableBuilder(
                "wrr-duplicates",
                "Near-duplicates",
                "Groups of queries whose embeddings ("
                    + run.encoders().get(0)
                    + ") have a cosine of at least "
                    + NearDuplicates.THRESHOLD
                    + ".",
                "Quantity")
            .column("All queries", Unit.COUNT)
            .column("Training queries", Unit.COUNT)
            .row("Queries", count(found.queries()), count(inTrain.queries()))
            .row("Groups", count(found.groups().size()), count(inTrain.groups().size()))
            .row("Queries in groups", count(found.covered()), count(inTrain.covered()))
            .row(
                "Share in groups, %",
                percent(found.coveredShare()), percent(inTrain.coveredShare()))
            .row("Mean size of a group", decimals(found.meanSize()), decimals(inTrain.meanSize()))
            .row("Largest group", count(found.maxSize()), count(inTrain.maxSize()))
            .row(
                "Groups with contradicting labels, %",
                percent(labels.groupShare()), percent(trainLabels.groupShare()))
            .row(
                "Contradicting (group, model), %",
                percent(labels.cellShare()), percent(trainLabels.cellShare()))
            .row(
                "The same of random pairs, %",
                percent(labels.baseRate()), percent(trainLabels.baseRate()))
            .row("Groups in both train and test", count(across.groups()), Entry.text("–"))
            .row("Test queries in these, %", percent(across.testShare()), Entry.text("–"))
            .note(
                "Queries of equal text are never divided between train and test; near-duplicates of"
                    + " other wording may be.");
    return table.beside(run.config().published());
  }

  private AnalysisTable dominance() {
    OutcomeTable train = run.workload().outcomes(run.workload().split().train());
    List<Query> queries = run.workload().select(run.workload().split().train());
    ModelDominance dominance = ModelDominance.of(queries, train);
    TableBuilder table =
        new TableBuilder(
                "wrr-dominance",
                "Model dominance",
                "Models by their rank by accuracy, averaged over "
                    + dominance.tasks()
                    + " datasets of the training queries; near 1 for one that leads everywhere.",
                "Place")
            .column("Model", Unit.COUNT)
            .column("Average rank", Unit.RATIO)
            .column("First places", Unit.RATIO);
    for (int place = 0; place < Math.min(SHOWN, dominance.models().size()); place++) {
      ModelDominance.Row model = dominance.models().get(place);
      table.row(
          Integer.toString(place + 1),
          Entry.text(model.name()),
          Entry.value(model.averageRank()),
          Entry.value(model.firstPlaces()));
    }
    return table.beside(run.config().published());
  }

  private AnalysisTable specialistScores() {
    OutcomeTable train = run.workload().outcomes(run.workload().split().train());
    List<Query> queries = run.workload().select(run.workload().split().train());
    SpecialistScores scores = SpecialistScores.of(train, queries, train);
    TableBuilder table =
        new TableBuilder(
                "wrr-specialists",
                "Specialist scores",
                "By how much the best other model beats the best generalist on a dataset, averaged"
                    + " over "
                    + scores.budgets().size()
                    + " budgets, on training queries; from "
                    + SpecialistScores.Band.SPECIALIST_FROM
                    + " on a dataset asks for specialists.",
                "Dataset")
            .column("Queries", Unit.COUNT)
            .column("Score", Unit.PLAIN)
            .column("Band", Unit.COUNT);
    for (SpecialistScores.TaskScore task : scores.ranked()) {
      table.row(
          task.task(),
          count(task.queries()),
          Entry.value(task.score()),
          Entry.text(task.band().name().toLowerCase(Locale.ROOT)));
    }
    for (SpecialistScores.Band band : SpecialistScores.Band.values()) {
      if (band != SpecialistScores.Band.UNKNOWN) {
        table.row(
            band.name().toLowerCase(Locale.ROOT) + ", share of datasets in %",
            1,
            List.of(
                Entry.text("–"),
                Entry.text("–"),
                percent(scores.count(band) / (double) scores.tasks().size())));
      }
    }
    return table.beside(run.config().published());
  }

  private AnalysisTable similarity() {
    List<Query> queries = run.workload().benchmark().queries();
    CategorySimilarity texts = CategorySimilarity.byEmbeddings(queries, embeddings);
    CategorySimilarity accuracies =
        CategorySimilarity.byAccuracies(queries, run.workload().benchmark().outcomes());
    TableBuilder table =
        new TableBuilder(
                "wrr-similarity",
                "Similar datasets",
                String.format(
                    Locale.ROOT,
                    "The pairs of datasets most alike by the cosine of their mean embeddings (mean"
                        + " of all pairs %.2f), and the correlation of the models' accuracies on"
                        + " them (mean %.2f).",
                    texts.mean(),
                    accuracies.mean()),
                "Datasets")
            .column("Cosine of texts", Unit.RATIO)
            .column("Correlation of accuracies", Unit.RATIO);
    texts.pairs().stream()
        .limit(2 * SHOWN)
        .forEach(
            pair ->
                table.row(
                    pair.first() + ", " + pair.second(),
                    Entry.value(pair.similarity()),
                    Entry.value(accuracies.similarity(pair.first(), pair.second()))));
    return table.beside(run.config().published());
  }

  private AnalysisTable holdOuts(String encoder) throws IOException {
    List<String> routers = run.routers(encoder).stream().map(runs -> runs.router()).toList();
    TableBuilder table =
        new TableBuilder(
            "wrr-hold-outs",
            "Trained without a dataset, " + encoder,
            "Change of accuracy on the test queries of a dataset when routers are trained without"
                + " it, in points; [low, high] is the interval of the paired difference.",
            "Dataset");
    routers.forEach(router -> table.column(router, Unit.POINTS));
    Map<String, double[]> sums = new TreeMap<>();
    for (String group : new TreeSet<>(run.config().holdOuts())) {
      List<Entry> cells = new ArrayList<>();
      for (String router : routers) {
        var row = run.result(router, encoder, "hold-out-change", "dataset:" + group);
        cells.add(TableBuilder.entry(row));
        double[] sum = sums.computeIfAbsent(router, key -> new double[1]);
        sum[0] += row.value();
      }
      table.row(group, 0, cells);
    }
    table.row(
        "average",
        1,
        routers.stream()
            .map(router -> Entry.value(sums.get(router)[0] / run.config().holdOuts().size()))
            .toList());
    return table.of(encoder).beside(run.config().published());
  }

  static Entry count(long value) {
    return Entry.value(value);
  }

  static Entry percent(double share) {
    return Double.isNaN(share)
        ? Entry.text("–")
        : Entry.text(String.format(Locale.ROOT, "%.1f", 100 * share));
  }

  private static Entry decimals(double value) {
    return Double.isNaN(value)
        ? Entry.text("–")
        : Entry.text(String.format(Locale.ROOT, "%.2f", value));
  }
}
