package org.routerlab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code routerlab datasets fetch} says without a network. */
class FetchCommandTest {

  @TempDir private Path data;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int fetch(String... names) {
    String[] arguments = new String[names.length + 3];
    arguments[0] = "datasets";
    arguments[1] = "fetch";
    System.arraycopy(names, 0, arguments, 2, names.length);
    arguments[names.length + 2] = "--data=" + data;
    return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  @Test
  void anUnknownBenchmarkIsOneLineWithTheNearestName() {
    assertThat(fetch("routelm")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("routerlab: unknown benchmark to fetch 'routelm'; did you mean 'routellm'?")
        .hasLineCount(1);
  }

  @Test
  void aRoutingTableOfThatNameIsLeftAlone() throws IOException {
    Path scores = data.resolve("routellm/scores.csv");
    Files.createDirectories(scores.getParent());
    Files.writeString(scores, "mine");
    assertThat(fetch("routellm", "--force")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "routerlab: "
                + data.resolve("routellm")
                + ": expected nothing there, or what fetch installed (with fetched.json), found"
                + " something else; move it away, remove it if fetch made it, or name another"
                + " folder with --data");
    assertThat(scores).hasContent("mine");
  }

  @Test
  void aDataDirectoryThatCannotBeMadeIsOneLine() throws IOException {
    data = Files.writeString(data.resolve("file"), "mine");
    assertThat(fetch("routellm")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("routerlab: " + data + ": expected to be able to write there, found: ")
        .hasLineCount(1);
  }
}
