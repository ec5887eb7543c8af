package org.routerlab.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.routerlab.experiments.Diagnosis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code routerlab diagnose}: where a router of a results folder goes wrong. */
@Command(
    name = "diagnose",
    mixinStandardHelpOptions = true,
    description = {
      "Shows where a router of a results folder goes wrong: its worst datasets against the best "
          + "single model and the oracle, and its most confident mistakes.",
      "Trains nothing; reads the stored predictions."
    })
final class DiagnoseCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "FOLDER", description = "a results folder")
  private Path folder;

  @Parameters(index = "1", paramLabel = "ROUTER", description = "a router of it, or a reference")
  private String router;

  @Option(
      names = "--encoder",
      paramLabel = "NAME",
      description = "needed where the results are of several")
  private String encoder;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "datasets and mistakes to show; default ${DEFAULT-VALUE}")
  private int top = 5;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Mixin private Folders folders;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Diagnosis found =
        Diagnosis.of(
            folder,
            folders.data(),
            folders.cache(),
            router,
            Optional.ofNullable(encoder),
            top,
            folders.progress());
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? Json.text(found) : DiagnoseText.of(found));
    out.flush();
    return 0;
  }
}
