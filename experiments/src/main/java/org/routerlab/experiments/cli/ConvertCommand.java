package org.routerlab.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.routerlab.datasets.Benchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code routerlab datasets convert}: a benchmark in RouterLab's own form. */
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a dataset, or files in a published format, as a routing-table folder or as Parquet.",
      "Nothing is left half-written: the output appears when it is complete."
    })
final class ConvertCommand implements Callable<Integer> {

  @Mixin private DatasetSource source;

  @Mixin private DatasetTarget target;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "the dataset's name from now on; default as it is")
  private String name;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Path written = target.write(renamed(source.read()));
    PrintWriter out = spec.commandLine().getOut();
    out.println("wrote " + written);
    out.flush();
    return 0;
  }

  private Benchmark renamed(Benchmark benchmark) {
    return name == null
        ? benchmark
        : new Benchmark(
            name,
            benchmark.queries(),
            benchmark.outcomes(),
            benchmark.costUnit(),
            benchmark.provenance(),
            benchmark.tokens());
  }
}
