package org.routerlab.experiments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.routerlab.core.Require;
import org.routerlab.encoders.EncoderSpec;
import org.routerlab.learned.engine.CostEstimator;
import org.routerlab.learned.engine.KnnCosts;
import org.routerlab.learned.engine.RidgeCosts;

/**
 * One experiment: which routers are trained on which data, and how they are measured.
 *
 * @param name names the results folder
 * @param description one or two sentences for the report
 * @param dataset a bundled benchmark, a table of the data directory, or the path of a folder
 * @param groupBy what evaluation groups queries by: {@code dataset} (the default) or a tag such as
 *     {@code category}
 * @param limit use at most this many queries, drawn by seed; 0 uses all
 * @param split how queries are divided
 * @param transforms steps that make another benchmark of the dataset, after it was divided
 * @param variants the same experiment on other benchmarks: by name, steps that follow {@code
 *     transforms}
 * @param resplits further seeds of the division: the same experiment on other splits, for the
 *     tables {@code splits}
 * @param holdOuts groups whose loss is measured when a router is trained without them (OOD)
 * @param encoders what embeds the queries; every router runs with every encoder
 * @param seeds one training each; results are means over seeds
 * @param routers the routers to compare
 * @param select how one configuration of a grid is chosen
 * @param subsets tags by whose values accuracy is also reported, such as {@code language}
 * @param costs what routers go by that do not predict costs themselves when they weigh a cost: the
 *     models' mean training costs unless given, {@code knn} or {@code ridge} for costs predicted
 *     from similar training queries or by regression, {@code realised} for hindsight
 * @param lambdas weights of cost in the utility, each in [0, 1)
 * @param resamples bootstrap resamples behind every interval
 * @param expect figures to compare with
 * @param tables further tables of the report: {@code plateau} for those of The Routing Plateau,
 *     {@code batch-allocation} for what the predictions are worth where all test queries are
 *     allocated at once, within the expected cost of the best single model; {@code
 *     who-routes-the-router} for the analyses of that paper, with those of the variants; {@code
 *     groups}, {@code trade-off}, {@code collapse}, {@code pools}, {@code selection}, {@code
 *     encoders} and {@code configurations} for one analysis each; {@code a2b} for what an utterance
 *     router makes of prompts that belong to routes, {@code a2b-labels} for how many labels the
 *     others need to catch up with it; {@code a2b-sweep} for how number, vocabulary and length of
 *     utterances change the routing of queries that have the tag {@code source}
 * @param metrics what to report beside the standard metrics: families or single metrics of {@code
 *     routerlab list metrics}
 * @param pairs a weak and a strong model each, between which calls are divided in the metrics
 *     {@code route-llm} and the tables {@code routing-rate}; the cheapest and the best single model
 *     unless given
 * @param oracleShares for each a further reference, RouterEval's router that is the oracle with
 *     this chance and an even draw otherwise; in [0, 1]
 * @param published published values that stand in these tables beside the measured ones
 */
public record ExperimentConfig(
    String name,
    String description,
    String dataset,
    String groupBy,
    int limit,
    SplitConfig split,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TransformConfig> transforms,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<TransformConfig>> variants,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Long> resplits,
    List<String> holdOuts,
    List<EncoderSpec> encoders,
    List<Long> seeds,
    List<RouterConfig> routers,
    Selection select,
    List<String> subsets,
    String costs,
    List<Double> lambdas,
    int resamples,
    List<Expectation> expect,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tables,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> metrics,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Pair> pairs,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Double> oracleShares,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Published> published) {

  /** What the names of further splits begin with. */
  static final String SPLIT = "split-";

  /** The table set of allocations of all test queries at once. */
  static final String BATCH_ALLOCATION = "batch-allocation";

  private static final List<String> TABLES =
      Stream.concat(Stream.of(PlateauTables.NAME, BATCH_ALLOCATION), Analyses.SETS.stream())
          .toList();

  private static final List<String> COST_BASES = List.of("train-mean", "knn", "ridge", "realised");

  /** Fills in defaults and rejects what cannot be run. */
  public ExperimentConfig {
    requireKey("name", name);
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException(
          "name must be letters, digits, '.', '_' and '-' (it names a folder) but is '"
              + name
              + "'");
    }
    description = description == null ? "" : description.strip();
    requireKey("dataset", dataset);
    groupBy = groupBy == null ? "dataset" : groupBy;
    Require.between("limit", limit, 0, Integer.MAX_VALUE);
    split = split == null ? SplitConfig.DEFAULT : split;
    transforms = transforms == null ? List.of() : List.copyOf(transforms);
    variants = variants == null ? Map.of() : copy(variants);
    resplits = resplits == null ? List.of() : distinct("resplits", resplits);
    if (resplits.contains(split.seed())) {
      throw new IllegalArgumentException(
          "resplits must not repeat the seed of the split, "
              + split.seed()
              + ", but is "
              + resplits);
    }
    for (long seed : resplits) {
      if (variants.containsKey(SPLIT + seed)) {
        throw new IllegalArgumentException(
            "a variant must not be called as a further split is but one is: " + SPLIT + seed);
      }
    }
    holdOuts = holdOuts == null ? List.of() : distinct("holdOuts", holdOuts);
    encoders =
        encoders == null || encoders.isEmpty()
            ? List.of(EncoderSpec.named("all-minilm-l6-v2"))
            : List.copyOf(encoders);
    seeds = seeds == null || seeds.isEmpty() ? List.of(42L) : distinct("seeds", seeds);
    if (routers == null || routers.isEmpty()) {
      throw new IllegalArgumentException("routers must name at least one router but is empty");
    }
    routers = List.copyOf(routers);
    select = select == null ? Selection.DEFAULT : select;
    subsets = subsets == null ? List.of() : distinct("subsets", subsets);
    costs = COST_BASES.get(0).equals(costs) ? null : costs;
    if (costs != null) {
      Require.known("costs", costs, COST_BASES);
    }
    lambdas =
        lambdas == null || lambdas.isEmpty()
            ? List.of(0.0, 0.2, 0.5, 0.7, 0.9)
            : distinct("lambdas", lambdas);
    lambdas.forEach(lambda -> Require.between("lambdas", lambda, 0, 1));
    resamples = resamples == 0 ? 10_000 : Require.positive("resamples", resamples);
    expect = expect == null ? List.of() : List.copyOf(expect);
    tables = tables == null ? List.of() : distinct("tables", tables);
    tables.forEach(each -> Require.known("table set", each, TABLES));
    requireUtterance(tables, routers);
    if (tables.contains(A2bLabelTables.NAME)) {
      requireFewDraws(variants, seeds);
    }
    metrics = metrics == null ? List.of() : distinct("metrics", metrics);
    metrics.forEach(FurtherMetrics::requireKnown);
    pairs = pairs == null ? List.of() : distinct("pairs", pairs);
    oracleShares = oracleShares == null ? List.of() : distinct("oracleShares", oracleShares);
    oracleShares.forEach(share -> Require.between("oracleShares", share, 0, 1));
    published = published == null ? List.of() : List.copyOf(published);
    boolean needsPlateau = published.stream().anyMatch(each -> each.beside() == null);
    if (needsPlateau && !tables.contains(PlateauTables.NAME)) {
      throw new IllegalArgumentException(
          "published values need 'tables: [plateau]' to stand in but tables is " + tables);
    }
  }

  /** The same experiment on fewer queries; expected figures no longer apply. */
  public ExperimentConfig withLimit(int queries) {
    return with(
        queries, split, transforms, variants, resplits, holdOuts, List.of(), tables, published);
  }

  /**
   * The variants and the further splits by name, each an experiment of its own, without hold-outs,
   * expectations and tables of papers.
   */
  Map<String, ExperimentConfig> beside() {
    Map<String, ExperimentConfig> beside = new LinkedHashMap<>();
    variants.forEach(
        (variant, further) -> {
          List<TransformConfig> steps = new ArrayList<>(transforms);
          steps.addAll(further);
          beside.put(variant, beside(split, steps));
        });
    for (long seed : resplits) {
      beside.put(SPLIT + seed, beside(split.withSeed(seed), transforms));
    }
    return beside;
  }

  private ExperimentConfig beside(SplitConfig newSplit, List<TransformConfig> steps) {
    return with(
        limit, newSplit, steps, Map.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private ExperimentConfig with(
      int newLimit,
      SplitConfig newSplit,
      List<TransformConfig> newTransforms,
      Map<String, List<TransformConfig>> newVariants,
      List<Long> newResplits,
      List<String> newHoldOuts,
      List<Expectation> newExpect,
      List<String> newTables,
      List<Published> newPublished) {
    return new ExperimentConfig(
        name,
        description,
        dataset,
        groupBy,
        newLimit,
        newSplit,
        newTransforms,
        newVariants,
        newResplits,
        newHoldOuts,
        encoders,
        seeds,
        routers,
        select,
        subsets,
        costs,
        lambdas,
        resamples,
        newExpect,
        newTables,
        metrics,
        pairs,
        oracleShares,
        newPublished);
  }

  /** What predicts costs for routers that do not; empty where mean or realised costs are used. */
  Optional<CostEstimator> costEstimator() {
    return List.<CostEstimator>of(new KnnCosts(), new RidgeCosts()).stream()
        .filter(estimator -> estimator.name().equals(costs))
        .findFirst();
  }

  /** Whether models are chosen as if what they will cost were known. */
  boolean goesByRealisedCosts() {
    return COST_BASES.get(COST_BASES.size() - 1).equals(costs);
  }

  /** A line on the costs that choices go by and on rules, where they are not the usual ones. */
  String costNote() {
    StringBuilder note = new StringBuilder();
    for (RouterConfig router : routers) {
      if (router.rule() != null) {
        note.append(router.label()).append(" chooses by ").append(router.rule()).append('\n');
      }
    }
    if (costs != null) {
      note.append("models are chosen by costs: ")
          .append(costs)
          .append(goesByRealisedCosts() ? ", which nobody knows before the call" : "")
          .append("; rules go by the models' mean training costs\n");
    }
    return note.toString();
  }

  private static void requireUtterance(List<String> tables, List<RouterConfig> routers) {
    boolean needed = tables.contains(A2bTables.NAME) || tables.contains(A2bLabelTables.NAME);
    if (needed && routers.stream().noneMatch(router -> router.use().equals("utterance"))) {
      throw new IllegalArgumentException(
          "tables "
              + tables
              + " are about the router 'utterance' but routers are "
              + routers.stream().map(RouterConfig::use).toList());
    }
  }

  /** Found out before anything is trained: intervals are over so many runs at most. */
  private static void requireFewDraws(
      Map<String, List<TransformConfig>> variants, List<Long> seeds) {
    Map<Integer, Integer> draws = new TreeMap<>();
    variants.values().stream()
        .filter(steps -> steps.size() == 1 && steps.get(0).labels() != null)
        .forEach(steps -> draws.merge(steps.get(0).labels().each(), seeds.size(), Integer::sum));
    draws.forEach(
        (labels, runs) ->
            Require.between(
                "variants of " + labels + " labels × seeds, for tables [a2b-labels],",
                runs,
                1,
                TwoWayBootstrap.MOST_DRAWS));
  }

  private static void requireKey(String key, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("the key '" + key + "' is required but missing");
    }
  }

  private static Map<String, List<TransformConfig>> copy(
      Map<String, List<TransformConfig>> variants) {
    Map<String, List<TransformConfig>> copy = new LinkedHashMap<>();
    variants.forEach(
        (variant, steps) -> {
          if (!variant.matches("[A-Za-z0-9][A-Za-z0-9._-]*") || steps == null || steps.isEmpty()) {
            throw new IllegalArgumentException(
                "a variant must be named by letters, digits, '.', '_' and '-' and have at least one"
                    + " transform but '"
                    + variant
                    + "' is not or has none");
          }
          copy.put(variant, List.copyOf(steps));
        });
    return Collections.unmodifiableMap(copy);
  }

  private static <T> List<T> distinct(String key, List<T> values) {
    if (values.stream().distinct().count() != values.size()) {
      throw new IllegalArgumentException(key + " must not repeat a value but is " + values);
    }
    return List.copyOf(values);
  }

  /**
   * How queries are divided into train, validation and test.
   *
   * @param kind {@code random} (stratified by dataset), {@code given} (as published), {@code
   *     published} (as published, else by the protocol of the benchmark's paper), {@code hold-out}
   *     (the named datasets only in test) or {@code by-group} (of every dataset some whole groups
   *     only in test)
   * @param train the share to train on
   * @param validation the share to choose configurations on
   * @param test the share to measure on
   * @param seed of the division; 42 unless given
   * @param holdOut the datasets or categories kept out of training, or values of the tag {@code
   *     by}; {@code hold-out} only
   * @param by a tag, such as {@code source}: what {@code holdOut} names values of, and the groups
   *     of {@code by-group}
   */
  public record SplitConfig(
      String kind,
      double train,
      double validation,
      double test,
      Long seed,
      List<String> holdOut,
      @JsonInclude(JsonInclude.Include.NON_NULL) String by) {

    private static final List<String> KINDS =
        List.of("random", "given", "published", "hold-out", "by-group");

    static final SplitConfig DEFAULT = new SplitConfig("random", 0, 0, 0, null, List.of(), null);

    /** The same division with another seed. */
    SplitConfig withSeed(long newSeed) {
      return new SplitConfig(kind, train, validation, test, newSeed, holdOut, by);
    }

    /** Fills in 60 / 10 / 30, the proportions of RouterBench's users. */
    public SplitConfig {
      kind = kind == null ? "random" : kind;
      Require.known("split kind", kind, KINDS);
      seed = seed == null ? 42 : seed;
      holdOut = holdOut == null ? List.of() : List.copyOf(holdOut);
      if (train == 0 && validation == 0 && test == 0) {
        train = 0.6;
        validation = 0.1;
        test = 0.3;
      }
      Require.between("split.train", train, 0, 1);
      Require.between("split.validation", validation, 0, 1);
      Require.between("split.test", test, 0, 1);
      if (Math.abs(train + validation + test - 1) > 1e-9) {
        throw new IllegalArgumentException(
            "split.train + validation + test must be 1 but is " + (train + validation + test));
      }
      if (kind.equals("hold-out") == holdOut.isEmpty()) {
        throw new IllegalArgumentException(
            "split.holdOut must name datasets exactly when split.kind is hold-out but kind is "
                + kind
                + " and holdOut is "
                + holdOut);
      }
      boolean needsBy = kind.equals("by-group");
      if (needsBy && by == null || by != null && !needsBy && !kind.equals("hold-out")) {
        throw new IllegalArgumentException(
            "split.by must name a tag when split.kind is by-group, may when it is hold-out, and must"
                + " not otherwise, but kind is "
                + kind
                + " and by is "
                + by);
      }
    }
  }

  /**
   * A router of the comparison.
   *
   * @param use its name, as {@code routerlab list routers} prints it
   * @param label its name in tables; {@code use} unless given
   * @param with hyper-parameters that differ from the defaults
   * @param grid hyper-parameters to try, a list of values each; a dot reaches into nested ones. A
   *     list of such maps where the points wanted are no full product
   * @param rule how its scores choose a model, such as {@code cheapest-above(0.6)}; the highest
   *     score unless given. A router with a rule decides by itself: no cost weight or budget is
   *     applied after it
   */
  public record RouterConfig(String use, String label, JsonNode with, JsonNode grid, String rule) {

    /** Fills in the label and empty maps. */
    public RouterConfig {
      if (use == null || use.isBlank()) {
        throw new IllegalArgumentException("every router needs the key 'use'");
      }
      label = label == null ? use : label;
      with = orEmpty("with", with);
      grid = grid != null && grid.isArray() ? products(grid) : orEmpty("grid", grid);
    }

    private static JsonNode products(JsonNode list) {
      if (list.isEmpty()) {
        throw new IllegalArgumentException("grid must not be an empty list");
      }
      list.forEach(product -> orEmpty("every element of a list under grid", product));
      return list;
    }

    private static JsonNode orEmpty(String key, JsonNode node) {
      if (node == null || node.isNull()) {
        return JsonNodeFactory.instance.objectNode();
      }
      if (!node.isObject()) {
        throw new IllegalArgumentException(key + " must be a map but is " + node);
      }
      return node;
    }
  }

  /**
   * How one configuration of a grid is chosen: always on validation queries, never on test.
   *
   * @param metric a metric of {@code routerlab list metrics}
   * @param on {@code validation}; there is no other choice
   * @param stages 2, or null for one stage, in which every configuration is trained with every
   *     seed. In two stages all are trained with the first seed, and only the best with the others
   *     (The Routing Plateau, appendix E.4)
   * @param keep how many configurations of a router reach the second stage; null with one stage
   */
  public record Selection(String metric, String on, Integer stages, Integer keep) {

    static final Selection DEFAULT = new Selection(null, null, null, null);

    private static final int PUBLISHED_KEEP = 5;

    /** Fills in accuracy on validation, one stage; with two stages the best five. */
    public Selection {
      metric = metric == null ? "accuracy" : metric;
      on = on == null ? "validation" : on;
      Require.known("part to select on", on, List.of("validation"));
      if (stages == null || stages == 1) {
        stages = null;
        if (keep != null) {
          throw new IllegalArgumentException("select.keep needs select.stages: 2 but is " + keep);
        }
      } else {
        Require.between("select.stages", stages, 1, 2);
        keep = keep == null ? PUBLISHED_KEEP : Require.positive("select.keep", keep.intValue());
      }
    }

    /** Whether only the best configurations of the first seed are trained with all seeds. */
    boolean twoStage() {
      return stages != null;
    }
  }

  /**
   * Two models between which calls are divided.
   *
   * @param weak answers unless it pays to call the other
   * @param strong the other
   */
  public record Pair(String weak, String strong) {

    /** Rejects a missing name. */
    public Pair {
      if (weak == null || strong == null) {
        throw new IllegalArgumentException(
            "every pair needs weak and strong but is weak=" + weak + ", strong=" + strong);
      }
    }
  }

  /**
   * A figure that the results are compared with; out of tolerance in either direction fails.
   *
   * @param router a label of {@code routers}, or a reference such as {@code oracle}
   * @param encoder the encoder; the first of the experiment unless given
   * @param metric a metric of {@code routerlab list metrics}
   * @param subset {@code all} unless given
   * @param value in the metric's unit
   * @param tolerance the largest absolute difference allowed
   * @param source {@code paper} (published) or {@code ours} (measured with this project)
   */
  public record Expectation(
      String router,
      String encoder,
      String metric,
      String subset,
      Double value,
      double tolerance,
      String source) {

    /** Rejects an expectation without router, metric or value. */
    public Expectation {
      if (router == null || metric == null || value == null) {
        throw new IllegalArgumentException(
            "every row of expect needs router, metric and value but is router="
                + router
                + ", metric="
                + metric
                + ", value="
                + value);
      }
      subset = subset == null ? "all" : subset;
      Require.between("expect.tolerance", tolerance, 0, Double.MAX_VALUE);
      source = source == null ? "ours" : source;
      Require.known("source", source, List.of("paper", "ours"));
    }
  }

  /**
   * Values of a publication's table.
   *
   * @param table the table of The Routing Plateau they stand in, 1 to 5; 0 with {@code beside}
   * @param beside the id of the table of an analysis they stand in; absent with {@code table}
   * @param title what was published, in words
   * @param source where
   * @param unit of the values, such as {@code %}; may be absent
   * @param columns what they were measured on, such as benchmarks
   * @param rows for a router's label (tables 1 and 2) or a quantity of {@code plateau.csv} (tables
   *     3 to 5) one value a column, or null where none was published
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Published(
      int table,
      String beside,
      String title,
      String source,
      String unit,
      List<String> columns,
      Map<String, List<Double>> rows) {

    /** Rejects an unknown table, missing words, and rows of another length than the columns. */
    public Published {
      Require.between("published.table", table, beside == null ? 1 : 0, beside == null ? 5 : 0);
      unit = unit == null ? "" : unit;
      if (title == null || source == null || columns == null || rows == null) {
        throw new IllegalArgumentException(
            "every entry of published needs title, source, columns and rows but table "
                + table
                + " lacks some");
      }
      columns = distinct("published.columns", columns);
      Map<String, List<Double>> copy = new LinkedHashMap<>();
      for (Map.Entry<String, List<Double>> row : rows.entrySet()) {
        Require.equal(
            "values of '" + row.getKey() + "' in published",
            row.getValue().size(),
            "columns",
            columns.size());
        copy.put(row.getKey(), Collections.unmodifiableList(new ArrayList<>(row.getValue())));
      }
      rows = Collections.unmodifiableMap(copy);
    }
  }
}
