package org.routerlab.experiments.cli;

import java.nio.file.Path;
import org.routerlab.core.Progress;
import org.routerlab.experiments.ConsoleProgress;
import org.routerlab.experiments.Platform;
import picocli.CommandLine.Option;

/** The options that say where data and caches are; shared by several verbs. */
final class Folders {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "folder of routing tables; default $ROUTERLAB_DATA, else the data folder of the cache")
  private Path data;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "folder of embeddings and models; default $ROUTERLAB_CACHE, else ~/.cache/routerlab")
  private Path cache;

  @Option(names = "--quiet", description = "show no progress")
  private boolean quiet;

  Path data() {
    return data == null ? Platform.dataDirectory() : data;
  }

  Path cache() {
    return cache == null ? Platform.cacheDirectory() : cache;
  }

  Progress progress() {
    return quiet
        ? Progress.NONE
        : new ConsoleProgress(
            System.err, Boolean.getBoolean("routerlab.terminal"), System::nanoTime);
  }
}
