package org.routerlab.datasets;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A small routing-table folder that a test damages in one place. */
final class TestTable {

  static final String QUERIES =
      """
      {"id": "q1", "dataset": "sums", "prompt": "What is 1 + 1?", "split": "train", "stem": true}
      {"id": "q2", "dataset": "sums", "prompt": "What is 2 + 2?", "split": "test", "level": 3}
      {"id": "q3", "dataset": "words", "prompt": "Spell cat.", "split": "train", "note": null}
      """;

  static final String SCORES =
      """
      id,small,large
      q1,1,0.5
      q2,,1
      q3,0,0.333333
      """;

  private final Path folder;

  private TestTable(Path folder) {
    this.folder = folder;
  }

  static TestTable in(Path folder) {
    return new TestTable(folder).with("queries.jsonl", QUERIES).with("scores.csv", SCORES);
  }

  TestTable with(String file, String content) {
    try {
      Files.writeString(folder.resolve(file), content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return this;
  }

  TestTable without(String file) {
    try {
      Files.delete(folder.resolve(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return this;
  }

  TestTable zipped(String file) {
    try {
      byte[] content = Files.readAllBytes(folder.resolve(file));
      try (OutputStream out =
          new GZIPOutputStream(Files.newOutputStream(folder.resolve(file + ".gz")))) {
        out.write(content);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return without(file);
  }

  TestTable withBytes(String file, byte[] content) {
    try {
      Files.write(folder.resolve(file), content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return this;
  }

  static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  Benchmark load() {
    return RoutingTableFolder.load(folder);
  }
}
