package org.routerlab.experiments.cli;

import org.routerlab.experiments.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code routerlab version}: the version and the commit. */
@Command(
    name = "version",
    mixinStandardHelpOptions = true,
    description = "Prints the version and the git commit.")
final class VersionCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine()
        .getOut()
        .println("RouterLab " + Platform.version() + " (" + Platform.commit() + ")");
  }
}
