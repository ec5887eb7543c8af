package org.routerlab.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.routerlab.experiments.ExperimentConfig;
import org.routerlab.experiments.Plan;
import org.routerlab.experiments.Runner;
import org.routerlab.experiments.Runner.Options;
import org.routerlab.experiments.Runner.Summary;
import org.routerlab.experiments.ShippedExperiments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code routerlab run}: trains, measures, writes a results folder and prints the table. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs an experiment and prints its comparison table.",
      "What is finished is kept: run the same line again to resume."
    })
final class RunCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "EXPERIMENT",
      description = "a shipped experiment (see 'routerlab list experiments') or a .yaml file")
  private String experiment;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "the results folder; default results/<name of the experiment>")
  private Path out;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "use only N queries, drawn by seed; overrides the experiment's limit")
  private Integer limit;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "trainings side by side; default: one a processor. Results do not depend on it")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Mixin private Folders folders;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ExperimentConfig config = ShippedExperiments.open(experiment);
    boolean isExpecting = !config.expect().isEmpty();
    if (limit != null) {
      config = config.withLimit(limit);
    }
    // A run on fewer queries must not replace the results of the whole.
    String name = limit == null ? config.name() : config.name() + "-limit" + limit;
    Path folder = out == null ? Path.of("results", name) : out;
    Options options = new Options(folders.data(), folder, folders.cache(), threads);
    PrintWriter printer = spec.commandLine().getOut();
    printer.println(Plan.of(config).text());
    if (limit != null && isExpecting) {
      printer.println("expected figures are of all queries: with --limit they are not compared");
    }
    printer.flush();
    Summary summary = Runner.run(config, options, folders.progress());
    printer.print(summary.text());
    printer.flush();
    return summary.isAsExpected() ? 0 : Main.DIFFERS;
  }
}
