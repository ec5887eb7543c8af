package org.routerlab.experiments.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lays out The Routing Plateau's tables 1 to 5 of one benchmark and encoder, with published values
 * in columns of their own.
 *
 * @param rows of one benchmark and encoder
 * @param id begins the ids of all tables
 */
record PlateauGrids(
    List<PlateauRow> rows, List<PublishedRow> published, Wording wording, String id) {

  private static final String NONE = PlateauRow.NONE;
  private static final String CALIBRATED = "-calibrated";

  /** How the quantities of the tables that are not by router are called and printed. */
  private static final Map<String, Named> SUMMARY = summary();

  private record Named(String title, Scale scale) {}

  /** The tables of all benchmarks and encoders; none where none were asked for. */
  static List<Grid> of(List<PlateauRow> rows, List<PublishedRow> published, Wording wording) {
    Map<List<String>, List<PlateauRow>> parts = new LinkedHashMap<>();
    for (PlateauRow row : rows) {
      List<String> key = List.of(row.benchmark(), row.encoder());
      parts.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    List<Grid> grids = new ArrayList<>();
    for (List<PlateauRow> part : parts.values()) {
      String id = "plateau-" + (grids.size() + 1);
      grids.addAll(new PlateauGrids(part, published, wording, id).all());
    }
    return grids;
  }

  private List<Grid> all() {
    List<Grid> grids = new ArrayList<>();
    grids.add(accuracy());
    utilities("").ifPresent(grids::add);
    utilities(CALIBRATED).ifPresent(grids::add);
    grids.add(
        summary(
            3,
            "Table 3: hard and easy queries",
            "A query is hard where one model is right, or few are and the best single model is not."
                + " A gap is the oracle's accuracy less the mean of all routers; the spread is that"
                + " between the best and the worst router."));
    exchange().ifPresent(grids::add);
    pairs().ifPresent(grids::add);
    baseline().ifPresent(grids::add);
    baselineByRouter().ifPresent(grids::add);
    return grids;
  }

  private Grid accuracy() {
    List<String> routers = routers(1, "accuracy");
    List<String> headers =
        new ArrayList<>(
            List.of("Accuracy", "Std over seeds", "Seeds", "Behind the best", "p, corrected"));
    List<Grid.Row> lines = new ArrayList<>();
    for (String router : routers) {
      boolean inBand = value(1, router, "in-band") == 1;
      boolean best = router.equals(routers.get(0));
      PlateauRow deviation = find(1, router, NONE, "seed-deviation").orElseThrow();
      lines.add(
          new Grid.Row(
              router,
              0,
              List.of(
                  cell(figure(1, router, "accuracy"), Scale.PERCENT, best, inBand && !best),
                  Cell.of(number(deviation.value(), Scale.PERCENT)),
                  Cell.of(Integer.toString(deviation.n())),
                  interval(figure(1, router, "behind"), Scale.POINTS),
                  Cell.of(number(value(1, router, "corrected-p"), Scale.PLAIN)))));
    }
    List<String> notes = new ArrayList<>();
    notes.add(
        "Bold: the best. ≈: in the plateau band, as it cannot be told apart from the best; the "
            + wording.confidence()
            + " interval of the paired difference contains 0.");
    notes.add(band(routers));
    notes.add(
        "± after the accuracy is half the width of its interval over queries. Where there is one"
            + " seed, there is no deviation; in two-stage selection these routers gave the same"
            + " predictions under two seeds.");
    return withPublished(
        1,
        new Grid(
            id + "-1",
            "Table 1: accuracy and the plateau band",
            setting() + "accuracy in %, differences in points, [low, high] is their interval.",
            "Router",
            headers,
            lines,
            notes));
  }

  private String band(List<String> routers) {
    return "The band holds "
        + members(routers, "")
        + "; its best is "
        + text(figure(1, NONE, "band-to-oracle"), Scale.POINTS)
        + " points below the oracle. Corrected for the "
        + (routers.size() - 1)
        + " comparisons with the best (Holm), the band holds "
        + members(routers, "corrected-")
        + ". The plateau as its source draws it, whatever is at most 2 points behind the best, holds "
        + members(routers, "in-two-points", "two-points-width", "knn-in-two-points")
        + ".";
  }

  private String members(List<String> routers, String prefix) {
    return members(
        routers, "in-" + prefix + "band", prefix + "band-width", "knn-in-" + prefix + "band");
  }

  private String members(List<String> routers, String belongs, String width, String baseline) {
    long size = routers.stream().filter(router -> value(1, router, belongs) == 1).count();
    String text =
        size
            + " of "
            + routers.size()
            + " routers and is "
            + text(figure(1, NONE, width), Scale.POINTS)
            + " points wide";
    return find(1, baseline)
        .map(row -> text + ", " + row.router() + (row.value() == 1 ? " in it" : " not in it"))
        .orElse(text);
  }

  /** The utilities of predictions as they are, or with the suffix of calibrated ones. */
  private Optional<Grid> utilities(String suffix) {
    boolean calibrated = suffix.equals(CALIBRATED);
    List<String> quantities =
        rows.stream()
            .filter(row -> row.table() == 2 && row.quantity().startsWith("utility-"))
            .filter(row -> row.quantity().endsWith(CALIBRATED) == calibrated)
            .map(PlateauRow::quantity)
            .distinct()
            .toList();
    if (quantities.isEmpty()) {
      return Optional.empty();
    }
    List<String> routers = routers(2, quantities.get(0));
    List<Grid.Row> lines = new ArrayList<>();
    Set<String> raw = new LinkedHashSet<>();
    for (String router : routers) {
      List<Cell> cells = new ArrayList<>();
      for (String quantity : quantities) {
        String behind = quantity.replace("utility-", "behind-");
        Optional<PlateauRow> difference = find(2, router, NONE, behind);
        boolean best = difference.isPresent() && difference.get().value() == 0;
        boolean tied =
            difference.isPresent()
                && difference.get().ciLow() <= 0
                && difference.get().ciHigh() >= 0;
        cells.add(cell(figure(2, router, quantity), Scale.PERCENT, best, tied && !best));
      }
      cells.add(Cell.of(number(value(2, router, "average" + suffix), Scale.PERCENT)));
      if (!calibrated && value(2, router, "probability") == 0) {
        raw.add(router);
      }
      lines.add(new Grid.Row(router, 0, cells));
    }
    List<String> headers = new ArrayList<>();
    quantities.stream()
        .map(quantity -> quantity.replace("utility-", "").replace(CALIBRATED, ""))
        .forEach(lambda -> headers.add("U(" + lambda + ")"));
    headers.add("Mean, λ > 0");
    List<String> notes = new ArrayList<>();
    notes.add(
        "Bold: the best of a column. ≈: cannot be told apart from it; the "
            + wording.confidence()
            + " interval of the paired difference contains 0.");
    if (calibrated) {
      notes.add(
          "Predictions of every router, whatever their kind, were brought to the scale of accuracy"
              + " by one Platt fit a model on the validation queries; so U(0) may differ from the"
              + " accuracy.");
    }
    if (!raw.isEmpty()) {
      notes.add("Scores that are no probabilities are weighed as they are: " + join(raw) + ".");
    }
    Grid grid =
        new Grid(
            id + "-2" + suffix,
            "Table 2: realised utility by cost weight"
                + (calibrated ? ", after one common calibration" : ""),
            setting()
                + "U(λ) = (1 − λ) accuracy − λ scaled cost, times 100; ± is half the width of the"
                + " interval.",
            "Router",
            headers,
            lines,
            notes);
    return Optional.of(calibrated ? grid : withPublished(2, grid));
  }

  private Optional<Grid> exchange() {
    return rows.stream().noneMatch(row -> row.table() == 4 && row.router().equals(NONE))
        ? Optional.empty()
        : Optional.of(
            summary(
                4,
                "Table 4: exchange of errors between routers",
                "Over all pairs of routers; a change is of the score on the queries on which the two"
                    + " choose different models."));
  }

  /** Every router against the leading one; all pairs would be too many to print. */
  private Optional<Grid> pairs() {
    String best = routers(1, "accuracy").get(0);
    List<Grid.Row> lines = new ArrayList<>();
    for (String router : routers(1, "accuracy")) {
      boolean isFirst = find(4, best, router, "differ").isPresent();
      if (router.equals(best) || !(isFirst || find(4, router, best, "differ").isPresent())) {
        continue;
      }
      String first = isFirst ? best : router;
      String second = isFirst ? router : best;
      Figure net = find(4, first, second, "net").orElseThrow().figure();
      Figure turned = isFirst ? new Figure(-net.value(), -net.high(), -net.low(), net.n()) : net;
      String gains = isFirst ? "only-second" : "only-first";
      String losses = isFirst ? "only-first" : "only-second";
      List<Cell> cells = new ArrayList<>();
      for (String quantity : List.of("differ", gains, losses)) {
        Figure figure = find(4, first, second, quantity).orElseThrow().figure();
        cells.add(cell(figure, Scale.PERCENT, false, false));
      }
      cells.add(interval(turned, Scale.PERCENT));
      lines.add(new Grid.Row(router, 0, cells));
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Grid(
                id + "-4-pairs",
                "Table 4, routers against " + best,
                setting()
                    + "in % of all queries: where the two choose different models, where only the"
                    + " router of the row is right, where only "
                    + best
                    + " is, and the first less the second with its interval.",
                "Router",
                List.of("Differ", "Only it right", "Only " + best + " right", "Net"),
                lines,
                List.of("All pairs are in plateau.csv.")));
  }

  private Optional<Grid> baseline() {
    return rows.stream().noneMatch(row -> row.table() == 5)
        ? Optional.empty()
        : Optional.of(
            summary(
                5,
                "Table 5: " + baselineName() + " against the other routers",
                "Differences are the other router's value less that of "
                    + baselineName()
                    + ". Cross-entropy (BCE) is over all models and of routers that predict"
                    + " probabilities, clipped to [1e-6, 1 − 1e-6] and not smoothed."));
  }

  private String baselineName() {
    return rows.stream()
        .filter(row -> row.table() == 5 && !row.other().equals(NONE))
        .map(PlateauRow::other)
        .findFirst()
        .orElse("kNN");
  }

  private Optional<Grid> baselineByRouter() {
    List<String> routers = routers(5, "bce");
    if (routers.isEmpty()) {
      return Optional.empty();
    }
    String base = baselineName();
    List<Grid.Row> lines = new ArrayList<>();
    for (String router : routers) {
      List<Cell> cells = new ArrayList<>();
      for (String quantity : List.of("bce", "brier", "ece", "hard-accuracy")) {
        Scale scale = quantity.equals("hard-accuracy") ? Scale.PERCENT : Scale.PLAIN;
        cells.add(cell(figure(5, router, quantity), scale, false, false));
        cells.add(
            find(5, router, base, quantity + "-difference")
                .filter(row -> !router.equals(base))
                .map(row -> interval(row.figure(), scale))
                .orElse(Cell.of(Cell.MISSING)));
      }
      lines.add(new Grid.Row(router, 0, cells));
    }
    return Optional.of(
        new Grid(
            id + "-5-routers",
            "Table 5, every router against " + base,
            setting()
                + "BCE, Brier score and expected calibration error (ECE, 15 bins) of the predicted"
                + " scores of all models, and accuracy on hard queries in %; differences with [low,"
                + " high].",
            "Router",
            List.of(
                "BCE",
                "less " + base + "'s",
                "Brier",
                "less " + base + "'s ",
                "ECE",
                "less " + base + "'s  ",
                "Hard accuracy",
                "less " + base + "'s   "),
            lines,
            List.of("– : the router predicts no probabilities, or is " + base + " itself.")));
  }

  /** A table with a row for each quantity that is of all routers. */
  private Grid summary(int table, String title, String explanation) {
    List<Grid.Row> lines = new ArrayList<>();
    for (PlateauRow row : rows) {
      if (row.table() == table && SUMMARY.containsKey(row.quantity())) {
        Named named = SUMMARY.get(row.quantity());
        lines.add(new Grid.Row(named.title(), 0, List.of(interval(row.figure(), named.scale()))));
      }
    }
    Grid grid =
        new Grid(
            id + "-" + table,
            title,
            setting() + explanation,
            "Quantity",
            List.of("This experiment"),
            lines,
            List.of("[low, high] is the " + wording.confidence() + " paired-bootstrap interval."));
    return withPublished(table, grid);
  }

  /** The same table with a column for everything that was published, as it was printed. */
  private Grid withPublished(int table, Grid grid) {
    List<PublishedRow> here = published.stream().filter(row -> row.table() == table).toList();
    if (here.isEmpty()) {
      return grid;
    }
    Set<String> columns = new LinkedHashSet<>();
    Set<String> names = new LinkedHashSet<>();
    Set<String> sources = new LinkedHashSet<>();
    for (PublishedRow row : here) {
      columns.add(row.column());
      names.add(title(row.row()));
      String unit = row.unit().isEmpty() ? "" : ", in " + row.unit();
      sources.add(row.title() + ", " + row.source() + unit);
    }
    List<String> headers = new ArrayList<>(grid.headers());
    columns.forEach(column -> headers.add("Published: " + column));
    List<Grid.Row> lines = new ArrayList<>();
    for (Grid.Row row : grid.rows()) {
      List<Cell> cells = new ArrayList<>(row.cells());
      columns.forEach(column -> cells.add(published(here, column, row.title())));
      lines.add(new Grid.Row(row.title(), row.group(), cells));
      names.remove(row.title());
    }
    for (String name : names) {
      List<Cell> cells = new ArrayList<>();
      grid.headers().forEach(header -> cells.add(Cell.of(Cell.MISSING)));
      columns.forEach(column -> cells.add(published(here, column, name)));
      lines.add(new Grid.Row(name, 1, cells));
    }
    List<String> notes = new ArrayList<>(grid.notes());
    notes.add(
        "Published: "
            + String.join("; ", sources)
            + ". Benchmarks, models and encoders differ from those of this experiment: compare the"
            + " pattern, not the level.");
    return new Grid(grid.id(), grid.title(), grid.caption(), grid.corner(), headers, lines, notes);
  }

  private static Cell published(List<PublishedRow> here, String column, String title) {
    return here.stream()
        .filter(row -> row.column().equals(column) && title(row.row()).equals(title))
        .filter(row -> !Double.isNaN(row.value()))
        .map(row -> Cell.of(DecimalText.shortest(row.value())))
        .findFirst()
        .orElse(Cell.of(Cell.MISSING));
  }

  private static String title(String row) {
    return SUMMARY.containsKey(row) ? SUMMARY.get(row).title() : row;
  }

  private static Map<String, Named> summary() {
    Map<String, Named> names = new LinkedHashMap<>();
    names.put("hard-share", new Named("Hard queries, share of all", Scale.PLAIN));
    names.put("hard-spread", new Named("Spread of routers on hard queries", Scale.PLAIN));
    names.put("hard-gap", new Named("Gap to the oracle on hard queries", Scale.PLAIN));
    names.put("easy-gap", new Named("Gap to the oracle on easy queries", Scale.PLAIN));
    names.put("gap-ratio", new Named("Ratio of the gaps", Scale.RATIO));
    names.put("explained", new Named("Share of the gap that hard queries explain", Scale.PLAIN));
    names.put("least-differ", new Named("Least share of different choices", Scale.PLAIN));
    names.put("most-differ", new Named("Greatest share of different choices", Scale.PLAIN));
    names.put("accuracy-gap", new Named("Gap of accuracies, median", Scale.PLAIN));
    names.put("change", new Named("Change where choices differ, median", Scale.PLAIN));
    names.put("signed-change", new Named("Signed change, median of sizes", Scale.PLAIN));
    names.put("change-ratio", new Named("Ratio of the changes", Scale.RATIO));
    names.put("knn-bce", new Named("BCE of kNN", Scale.PLAIN));
    names.put("bce-least", new Named("BCE less kNN's, least", Scale.PLAIN));
    names.put("bce-median", new Named("BCE less kNN's, median", Scale.PLAIN));
    names.put("bce-greatest", new Named("BCE less kNN's, greatest", Scale.PLAIN));
    names.put("knn-hard-accuracy", new Named("Accuracy of kNN on hard queries", Scale.PLAIN));
    names.put(
        "hard-accuracy-median",
        new Named("Accuracy on hard queries less kNN's, median", Scale.PLAIN));
    return names;
  }

  private String setting() {
    PlateauRow first = rows.get(0);
    return first.benchmark() + " (test) with encoder " + first.encoder() + ": ";
  }

  private List<String> routers(int table, String quantity) {
    return rows.stream()
        .filter(row -> row.table() == table && row.quantity().equals(quantity))
        .map(PlateauRow::router)
        .toList();
  }

  private Optional<PlateauRow> find(int table, String router, String other, String quantity) {
    return find(
        row ->
            row.table() == table
                && row.router().equals(router)
                && row.other().equals(other)
                && row.quantity().equals(quantity));
  }

  private Optional<PlateauRow> find(int table, String quantity) {
    return find(row -> row.table() == table && row.quantity().equals(quantity));
  }

  private Optional<PlateauRow> find(Predicate<PlateauRow> test) {
    return rows.stream().filter(test).findFirst();
  }

  private Figure figure(int table, String router, String quantity) {
    return find(table, router, NONE, quantity).map(PlateauRow::figure).orElse(Figure.NONE);
  }

  private double value(int table, String router, String quantity) {
    return figure(table, router, quantity).value();
  }

  private static Cell cell(Figure figure, Scale scale, boolean best, boolean tied) {
    return FigureFormat.of(style(scale, false)).cell(figure, best, tied);
  }

  private static Cell interval(Figure figure, Scale scale) {
    return FigureFormat.of(style(scale, true)).cell(figure, false, false);
  }

  private static String text(Figure figure, Scale scale) {
    return FigureFormat.of(style(scale, true)).text(figure);
  }

  private static String number(double value, Scale scale) {
    return Double.isNaN(value) ? Cell.MISSING : scale.print(value);
  }

  private static MetricStyle style(Scale scale, boolean bracketed) {
    return new MetricStyle("", MetricStyle.Family.ACCURACY, scale, true, bracketed, "");
  }

  private static String join(Set<String> names) {
    return String.join(", ", names);
  }
}
