package org.routerlab.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.routerlab.experiments.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code routerlab verify}: recomputes every number of a results folder. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Recomputes every number of a results folder from its stored predictions and compares.",
      "Exit code 1 where anything differs."
    })
final class VerifyCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FOLDER", description = "a results folder")
  private Path folder;

  @Mixin private Folders folders;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Verifier.Verdict verdict =
        Verifier.verify(folder, folders.data(), folders.cache(), folders.progress());
    PrintWriter out = spec.commandLine().getOut();
    out.print(verdict.text());
    out.flush();
    return verdict.isEqual() ? 0 : Main.DIFFERS;
  }
}
