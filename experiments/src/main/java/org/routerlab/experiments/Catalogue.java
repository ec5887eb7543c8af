package org.routerlab.experiments;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.routerlab.core.Paper;
import org.routerlab.core.RoutingMethod;
import org.routerlab.datasets.catalogue.Benchmarks;
import org.routerlab.encoders.Encoders;
import org.routerlab.eval.MetricDefinition;
import org.routerlab.eval.MetricFamilies;
import org.routerlab.eval.MetricFamily;
import org.routerlab.eval.MetricGlossary;

/** What there is to use in a configuration; each entry's first value is its {@code name}. */
public final class Catalogue {

  private Catalogue() {}

  private static final String LLM_ROUTER_BENCH =
      "LLMRouterBench: A Massive Benchmark and Unified Framework for LLM Routing";
  private static final String LLM_ROUTER_BENCH_URL = "https://arxiv.org/abs/2601.07206";

  /**
   * Routers with their papers, how they depart from them, and their hyper-parameters; then what
   * stands in tables without being trained: references, and the allocation of a whole batch.
   */
  public static List<Map<String, String>> routers() throws JsonProcessingException {
    List<Map<String, String>> entries = new ArrayList<>();
    for (RoutingMethod method : RouterRegistry.load().methods()) {
      Map<String, String> entry = entry(method.name());
      Paper paper = method.getClass().getAnnotation(Paper.class);
      if (paper != null) {
        entry.put("paper", paper.title());
        entry.put("url", paper.url());
        entry.put("deviations", paper.deviations());
      }
      entry.put("hyperParameters", RecordBinder.JSON.writeValueAsString(method));
      entries.add(entry);
    }
    String always = "reference in every table";
    entries.add(untrained("random", LLM_ROUTER_BENCH, LLM_ROUTER_BENCH_URL, always));
    entries.add(
        untrained(
            "heuristic",
            "Who Routes the Router: Rethinking the Evaluation of LLM Routing Systems",
            "",
            always));
    entries.add(untrained("best-single-test", LLM_ROUTER_BENCH, LLM_ROUTER_BENCH_URL, always));
    entries.add(untrained("dataset-oracle", LLM_ROUTER_BENCH, LLM_ROUTER_BENCH_URL, always));
    entries.add(untrained("oracle", LLM_ROUTER_BENCH, LLM_ROUTER_BENCH_URL, always));
    entries.add(
        untrained(
            "routereval-oracle-SHARE",
            "RouterEval: A Comprehensive Benchmark for Routing LLMs",
            "https://arxiv.org/abs/2503.10657",
            "reference by 'oracleShares: [SHARE]'"));
    entries.add(
        untrained(
            "batch-allocation",
            "Fly-Swat or Cannon? Cost-Effective Language Model Choice via Meta-Modeling",
            "https://arxiv.org/abs/2308.06077",
            "of any scoring router's predictions, by 'tables: [batch-allocation]'; OptLLM"
                + " (arXiv 2405.15130) searches for the same optimum"));
    return entries;
  }

  private static Map<String, String> untrained(String name, String paper, String url, String role) {
    Map<String, String> entry = entry(name);
    entry.put("paper", paper);
    if (!url.isEmpty()) {
      entry.put("url", url);
    }
    entry.put("role", role);
    return entry;
  }

  /** Bundled benchmarks, and the routing tables of the data directory. */
  public static List<Map<String, String>> datasets(Path dataDirectory) {
    return Benchmarks.names(dataDirectory).stream().map(Catalogue::entry).toList();
  }

  /** Encoders that need no path or address. */
  public static List<Map<String, String>> encoders() {
    return Encoders.names().stream().map(Catalogue::entry).toList();
  }

  /** Shipped experiments. */
  public static List<Map<String, String>> experiments() throws IOException {
    List<Map<String, String>> entries = new ArrayList<>();
    for (String name : ShippedExperiments.names()) {
      Map<String, String> entry = entry(name);
      entry.put("description", ShippedExperiments.open(name).description());
      entries.add(entry);
    }
    return entries;
  }

  /** Metrics with their formulas, family by family, as they are on a benchmark with costs. */
  public static List<Map<String, String>> metrics() {
    List<Map<String, String>> entries = new ArrayList<>();
    for (MetricFamily family : MetricFamilies.all()) {
      for (MetricDefinition metric : MetricGlossary.of(family)) {
        Map<String, String> entry = entry(metric.name());
        entry.put("family", family.name());
        entry.put("unit", metric.unit());
        entry.put("formula", metric.formula());
        entry.put("source", metric.source());
        if (!metric.variantOf().isEmpty()) {
          entry.put("variantOf", metric.variantOf());
        }
        entries.add(entry);
      }
    }
    return entries;
  }

  /** An entry, or a map of lists of entries, as JSON. */
  public static String toJson(Object value) throws JsonProcessingException {
    return RecordBinder.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  private static Map<String, String> entry(String name) {
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("name", name);
    return entry;
  }
}
