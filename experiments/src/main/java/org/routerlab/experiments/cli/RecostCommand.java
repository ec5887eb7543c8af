package org.routerlab.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.PriceLists;
import org.routerlab.datasets.transform.Recost;
import org.routerlab.datasets.transform.Remaster;
import org.routerlab.datasets.transform.TextEmbeddings;
import org.routerlab.datasets.transform.Transformed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code routerlab datasets recost}: the costs of recorded tokens by another price list. */
@Command(
    name = "recost",
    mixinStandardHelpOptions = true,
    description = "Computes costs from recorded tokens by the price list of another day.")
final class RecostCommand implements Callable<Integer> {

  @Mixin private DatasetSource source;

  @Mixin private DatasetTarget target;

  @Option(
      names = "--prices",
      paramLabel = "LIST",
      required = true,
      description = "a shipped price list by name, or the path of a JSON file")
  private String prices;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    target.check();
    Recost recost = new Recost(PriceLists.open(prices));
    Benchmark benchmark = source.read();
    Remaster.Result made =
        new Remaster(recost.prices().name(), List.of(recost))
            .apply(benchmark, TextEmbeddings.none());
    Path written = target.write(made.benchmark());
    PrintWriter out = spec.commandLine().getOut();
    made.steps().stream().map(Transformed::description).forEach(out::println);
    out.println("wrote " + written);
    out.flush();
    return 0;
  }
}
