package org.routerlab.datasets.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.datasets.Benchmark;

/**
 * Steps applied one after another, and remembered by the benchmark they make.
 *
 * @param name what the benchmark made is called after a plus sign, such as {@code wrr}
 * @param steps in order
 */
public record Remaster(String name, List<Transform> steps) {

  /** The start of the provenance entries, which go on with the number of the step. */
  public static final String PROVENANCE = "remaster-";

  /** Copies the steps. */
  public Remaster {
    Objects.requireNonNull(name, "name");
    steps = List.copyOf(steps);
  }

  /** A remaster of the given steps. */
  public static Remaster of(String name, Transform... steps) {
    return new Remaster(name, List.of(steps));
  }

  /**
   * A remastered benchmark.
   *
   * @param benchmark named {@code BEFORE+NAME}; its provenance has a line for every step
   * @param steps what every step made, in order
   */
  public record Result(Benchmark benchmark, List<Transformed> steps) {

    /** Copies the steps. */
    public Result {
      Objects.requireNonNull(benchmark, "benchmark");
      steps = List.copyOf(steps);
    }
  }

  /** Applies the steps to a benchmark. */
  public Result apply(Benchmark benchmark, TextEmbeddings embeddings) {
    List<Transformed> made = new ArrayList<>();
    Benchmark last = benchmark;
    for (Transform step : steps) {
      Transformed next = step.apply(last, embeddings);
      made.add(next);
      last = next.benchmark();
    }
    SortedMap<String, String> provenance = new TreeMap<>(last.provenance());
    // A remaster of a remaster goes on counting.
    int number =
        (int) provenance.keySet().stream().filter(key -> key.startsWith(PROVENANCE)).count();
    for (Transformed step : made) {
      number++;
      provenance.put(PROVENANCE + String.format(Locale.ROOT, "%02d", number), step.description());
    }
    return new Result(
        new Benchmark(
            benchmark.name() + "+" + name,
            last.queries(),
            last.outcomes(),
            last.costUnit(),
            provenance,
            last.tokens()),
        made);
  }
}
