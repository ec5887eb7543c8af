package org.routerlab.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.routerlab.experiments.HeadToHead;
import org.routerlab.experiments.Lineup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code routerlab compare}: two routers of a results folder side by side. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Compares two routers of a results folder: the difference with its interval, whether it is "
          + "significant, what could have been found, and the queries on which only one is right.",
      "Without routers: all of the experiment, and which cannot be told apart.",
      "Trains nothing; reads the stored predictions."
    })
final class CompareCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "FOLDER", description = "a results folder")
  private Path folder;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ROUTER",
      description = "a router of it, or a reference")
  private String router;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "BASELINE",
      description = "the router to compare with")
  private String baseline;

  @Option(
      names = "--encoder",
      paramLabel = "NAME",
      description = "needed where the results are of several")
  private String encoder;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description = "a metric of the experiment; default ${DEFAULT-VALUE}")
  private String metric = "accuracy";

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "disagreeing queries of each kind to show; default ${DEFAULT-VALUE}")
  private int top = 5;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Mixin private Folders folders;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (router != null && baseline == null) {
      throw new ParameterException(
          spec.commandLine(), "a baseline is missing: the router to compare " + router + " with");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(router == null ? lineup() : headToHead());
    out.flush();
    return 0;
  }

  private String lineup() throws IOException {
    Lineup found =
        Lineup.of(
            folder,
            folders.data(),
            folders.cache(),
            Optional.ofNullable(encoder),
            metric,
            folders.progress());
    return json ? Json.text(found) : LineupText.of(found);
  }

  private String headToHead() throws IOException {
    HeadToHead found =
        HeadToHead.of(
            folder,
            folders.data(),
            folders.cache(),
            router,
            baseline,
            Optional.ofNullable(encoder),
            metric,
            top,
            folders.progress());
    return json ? Json.text(found) : CompareText.of(found);
  }
}
