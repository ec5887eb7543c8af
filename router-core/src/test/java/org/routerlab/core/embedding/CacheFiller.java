package org.routerlab.core.embedding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.routerlab.core.Progress;

/** A program that fills a cache, to be run as another process: directory, first text, texts. */
final class CacheFiller {

  /** Small shards, so that a process writes many. */
  static final int SHARD_ROWS = 5;

  private CacheFiller() {}

  public static void main(String[] arguments) {
    List<String> texts = texts(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    new CachedEncoder(new HashingEncoder(), Path.of(arguments[0]), Progress.NONE, SHARD_ROWS)
        .embed(texts);
  }

  static List<String> texts(int first, int count) {
    List<String> texts = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      texts.add("text number " + i + " of many, about topic " + i % 7);
    }
    return texts;
  }

  static Process start(Path directory, int first, int count) throws java.io.IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            CacheFiller.class.getName(),
            directory.toString(),
            Integer.toString(first),
            Integer.toString(count))
        .inheritIO()
        .start();
  }
}
