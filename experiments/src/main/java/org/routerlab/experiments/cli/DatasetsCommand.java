package org.routerlab.experiments.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code routerlab datasets}: what there is, what it is worth, and other forms of it. */
@Command(
    name = "datasets",
    mixinStandardHelpOptions = true,
    description = "Lists, fetches, describes, converts and audits routing benchmarks.",
    subcommands = {
      DatasetsListCommand.class,
      FetchCommand.class,
      DescribeCommand.class,
      ConvertCommand.class,
      RecostCommand.class,
      AuditCommand.class,
      HelpCommand.class
    })
final class DatasetsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a verb is missing");
  }
}
