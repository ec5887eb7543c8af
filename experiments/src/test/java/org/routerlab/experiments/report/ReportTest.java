package org.routerlab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.BadDataException;

class ReportTest {

  private static final Path RESOURCES =
      Path.of("src/test/resources/org/routerlab/experiments/report");
  private static final List<String> WRITTEN =
      List.of("table.md", "table.tex", "table.csv", "index.html");

  @TempDir Path temporary;

  @Test
  void theSampleFolderGivesTheGoldenFiles() throws IOException {
    Path folder = copyOfSample("sample");
    String terminal = Report.write(folder);

    for (String file : WRITTEN) {
      compareWithGolden(file, Files.readString(folder.resolve(file)));
    }
    compareWithGolden("terminal.txt", terminal);
  }

  @Test
  void theSameFolderGivesTheSameBytes() throws IOException {
    Path first = copyOfSample("a/sample");
    Path second = copyOfSample("b/sample");
    Report.write(first);
    Report.write(second);
    Report.write(second);

    for (String file : WRITTEN) {
      assertThat(second.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
    }
  }

  @Test
  void nothingButTheFourFilesIsAdded() throws IOException {
    Path folder = copyOfSample("sample");
    List<String> before = names(folder);
    Report.write(folder);

    assertThat(names(folder))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(before.stream(), WRITTEN.stream()).toList());
  }

  @Test
  void noLineOfTheTerminalTextIsWiderThanTheTerminal() throws IOException {
    Path folder = copyOfSample("sample");
    for (int width : new int[] {60, 80, 100, 200}) {
      assertThat(Report.write(folder, width).lines())
          .allSatisfy(
              line -> assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(width));
    }
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Path folder = copyOfSample("sample");
    Files.delete(folder.resolve("provenance.json"));

    assertThatThrownBy(() -> Report.write(folder))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("provenance.json")
        .hasMessageContaining("no such file");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static void compareWithGolden(String file, String text) throws IOException {
    Path golden = RESOURCES.resolve("golden").resolve(file);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, text);
    }
    assertThat(text).as(file).isEqualTo(Files.readString(golden));
  }

  private Path copyOfSample(String name) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve(name));
    try (Stream<Path> files = Files.list(RESOURCES.resolve("sample"))) {
      files.forEach(
          file -> {
            try {
              Files.copy(file, folder.resolve(file.getFileName()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    return folder;
  }
}
