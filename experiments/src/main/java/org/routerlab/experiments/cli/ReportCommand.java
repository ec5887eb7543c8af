package org.routerlab.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.routerlab.experiments.TimingReport;
import org.routerlab.experiments.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code routerlab report}: writes the tables of a results folder again. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Writes the tables of a results folder again and prints the comparison.")
final class ReportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FOLDER", description = "a results folder")
  private Path folder;

  @Option(
      names = "--timings",
      description = "also print how long each router's trainings took; writes nothing")
  private boolean timings;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.print(Report.write(folder));
    if (timings) {
      out.print(TimingReport.of(folder));
    }
    out.flush();
    return 0;
  }
}
