package org.routerlab.datasets.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.routerlab.core.Progress;

/** A program that fetches, to be run as another process: data directory, file of sources. */
final class FetchProgram {

  private FetchProgram() {}

  public static void main(String[] arguments) throws IOException {
    Path sources = Path.of(arguments[1]);
    Source source = Sources.parse(sources.toString(), Files.readString(sources)).named("lab");
    FetchSettings settings =
        new FetchSettings(System::getenv, Laboratory.PATIENCE, Progress.NONE, note -> {});
    try {
      new Fetcher(settings).fetch(source, Path.of(arguments[0]), false);
    } catch (FetchException e) {
      System.exit(2);
    }
  }

  static Process start(Laboratory lab, Path sources, String... flags) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of(flags));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            FetchProgram.class.getName(),
            lab.data.toString(),
            sources.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
    builder.environment().putAll(lab.environment);
    return builder.inheritIO().start();
  }
}
