package org.routerlab.benchmarks;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs a benchmark by name: {@code Main knn [method names] [JMH options]}.
 *
 * <p>Exit codes: 0 fine, 1 the benchmark failed, 2 bad usage.
 */
public final class Main {

  /** The classes of benchmarks by the name a user types. */
  static final Map<String, Class<?>> BENCHMARKS =
      new TreeMap<>(
          Map.of(
              "knn",
              NeighborSearchBenchmark.class,
              "bootstrap",
              BootstrapBenchmark.class,
              "route",
              RouteBenchmark.class,
              "text-to-route",
              TextToRouteBenchmark.class));

  /** What measures itself and is no JMH benchmark, by the name a user types. */
  private static final Map<String, Consumer<String[]>> PROGRAMS =
      new TreeMap<>(
          Map.of("embedding", EmbeddingComparison::main, "loading", LoadingBenchmark::main));

  private Main() {}

  /** The entry point of the jar. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.err));
  }

  static int run(String[] arguments, PrintStream errors) {
    if (arguments.length > 0 && PROGRAMS.containsKey(arguments[0])) {
      PROGRAMS.get(arguments[0]).accept(Arrays.copyOfRange(arguments, 1, arguments.length));
      return 0;
    }
    if (arguments.length == 0 || !BENCHMARKS.containsKey(arguments[0])) {
      errors.println(
          "usage: NAME [METHOD...] [JMH options], where NAME is one of "
              + BENCHMARKS.keySet()
              + ", or: embedding [TEXTS] [ROUNDS], or: loading [QUERIES]");
      return 2;
    }
    try {
      CommandLineOptions options =
          new CommandLineOptions(Arrays.copyOfRange(arguments, 1, arguments.length));
      new Runner(restrict(options, BENCHMARKS.get(arguments[0]))).run();
      return 0;
    } catch (CommandLineOptionException e) {
      errors.println(e.getMessage());
      return 2;
    } catch (RunnerException e) {
      errors.println("the benchmark failed: " + e.getMessage());
      return 1;
    }
  }

  /** The options with their method names, or all methods, looked for in one class only. */
  private static Options restrict(CommandLineOptions options, Class<?> benchmark) {
    List<String> methods = options.getIncludes().isEmpty() ? List.of("") : options.getIncludes();
    OptionsBuilder builder = new OptionsBuilder();
    builder.parent(options).shouldFailOnError(true);
    methods.forEach(method -> builder.include(benchmark.getName() + "\\." + method));
    return builder.build();
  }
}
