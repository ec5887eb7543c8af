package org.routerlab.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.routerlab.datasets.BenchmarkSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code routerlab datasets describe}: a benchmark in figures. */
@Command(
    name = "describe",
    mixinStandardHelpOptions = true,
    description =
        "Prints queries, models, datasets, costs, licence, best single, oracle and headroom.")
final class DescribeCommand implements Callable<Integer> {

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Mixin private DatasetSource source;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    BenchmarkSummary summary = BenchmarkSummary.of(source.read());
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? Json.text(summary) : DescribeText.of(summary));
    out.flush();
    return 0;
  }
}
