package org.routerlab.experiments.cli;

import java.io.PrintWriter;
import org.routerlab.experiments.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code routerlab sys-info}: what a report of a defect should tell. */
@Command(
    name = "sys-info",
    mixinStandardHelpOptions = true,
    description = "Prints versions, processor, memory and folders.")
final class SysInfoCommand implements Runnable {

  @Mixin private Folders folders;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Platform.facts().forEach((name, value) -> out.printf("%-17s %s%n", name, value));
    out.printf("%-17s %d MiB%n", "heap limit", Runtime.getRuntime().maxMemory() >> 20);
    out.printf("%-17s %s%n", "cache folder", folders.cache().toAbsolutePath());
    out.printf("%-17s %s%n", "data folder", folders.data().toAbsolutePath());
  }
}
