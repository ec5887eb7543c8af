package org.routerlab.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.RoutingTableFolder;
import org.routerlab.datasets.formats.LlmRouterBench;
import org.routerlab.datasets.formats.NineBy;

/**
 * Measures how long the largest benchmarks take to load, and how much memory: 391,645 records (20
 * models × 19,582 queries, and 5 of a trial run) as a tree in LLMRouterBench's layout, and a table
 * of 300,000 queries × 9 models of which a third was observed, and the same as a row a call.
 *
 * <p>A program of its own rather than a JMH benchmark: a load happens once in a process, so the
 * first one counts. The inputs are made up in a temporary folder, which takes about 1.3 GB. One
 * argument, optional: the number of queries of the table and of the calls (300,000).
 */
public final class LoadingBenchmark {

  /** The 19,582 queries of LLMRouterBench's 20 small models, in datasets of about its sizes. */
  private static final int[] DATASET_SIZES = {
    60, 448, 164, 500, 997, 2000, 1174, 1265, 1055, 1000, 3000, 1000, 1500, 2610, 2809
  };

  private static final double MIB = 1 << 20;

  private LoadingBenchmark() {}

  /** Writes the inputs, loads each, and prints seconds and memory. */
  public static void main(String[] arguments) {
    int queries = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300_000;
    System.out.printf(
        "%d processors, at most %.0f MiB of heap%n",
        Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() / MIB);
    try {
      Path folder = Files.createTempDirectory("loading");
      try {
        LoadingInputs inputs = new LoadingInputs();
        Path tree = folder.resolve("tree");
        inputs.writeTree(tree, DATASET_SIZES);
        int treeQueries = IntStream.of(DATASET_SIZES).sum();
        System.out.printf(
            "LLMRouterBench tree, %d records in %.0f MiB: ",
            treeQueries * LoadingInputs.TREE_MODELS + LoadingInputs.DEMO_RECORDS, mib(tree));
        measure(() -> new LlmRouterBench().read(tree), treeQueries);
        Path table = folder.resolve("table");
        inputs.writeSparseTable(table, queries);
        System.out.printf("sparse table, %d queries in %.0f MiB: ", queries, mib(table));
        measure(() -> RoutingTableFolder.load(table), queries);
        Path calls = folder.resolve("calls");
        inputs.writeSparseCalls(calls, queries);
        System.out.printf("sparse calls (nine-by), %d queries in %.0f MiB: ", queries, mib(calls));
        measure(() -> new NineBy().read(calls), queries);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void measure(Supplier<Benchmark> load, int queries) {
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    System.gc();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long processor = system.getProcessCpuTime();
    long start = System.nanoTime();
    Benchmark benchmark = load.get();
    double seconds = (System.nanoTime() - start) / 1e9;
    double processorSeconds = (system.getProcessCpuTime() - processor) / 1e9;
    long peak = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    System.gc();
    long kept = heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    if (benchmark.queries().size() != queries) {
      throw new IllegalStateException(
          "expected " + queries + " queries but loaded " + benchmark.queries().size());
    }
    System.out.printf(
        "%.1f s (%.1f s of processor time), heap %.0f MiB at the peak (garbage included),"
            + " %.0f MiB afterwards%n",
        seconds, processorSeconds, peak / MIB, kept / MIB);
  }

  private static double mib(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum() / MIB;
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
