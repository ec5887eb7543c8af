package org.routerlab.datasets.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.routerlab.core.BadDataException;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.RoutingTableFolder;

/** What every format keeps, tried on its fixture: whole, and with every file broken in turn. */
class FormatContractTest {

  @TempDir Path folder;

  static Stream<Fixture> fixtures() {
    return Formats.all().stream().flatMap(format -> Fixture.of(format).stream());
  }

  static Stream<Arguments> files() {
    return fixtures()
        .flatMap(fixture -> fixture.files().stream().map(file -> arguments(fixture, file)));
  }

  static Stream<Arguments> texts() {
    return files().filter(arguments -> !arguments.get()[1].toString().matches(".*\\.(parquet|gz)"));
  }

  @Test
  void everyFormatHasAFixture() {
    assertThat(Formats.all())
        .allSatisfy(
            format ->
                assertThatCode(() -> Fixture.folder(format.name())).doesNotThrowAnyException());
  }

  @Test
  void formatsAreInOrderOfTheirNames() {
    assertThat(Formats.all()).extracting(Format::name).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void everyFormatIsARecordThatIsMadeWithoutChoices() {
    assertThat(Formats.all())
        .allSatisfy(
            format -> {
              assertThat(format).isInstanceOf(Record.class);
              assertThat(format.getClass().getConstructor().newInstance()).isEqualTo(format);
              assertThat(format.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
              assertThat(format.files()).isNotBlank();
              assertThat(format.documentation()).isNotBlank();
            });
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void readsWithItsDefaults(Fixture fixture) {
    Benchmark benchmark = fixture.format().read(fixture.folder());

    assertThat(benchmark.queries()).isNotEmpty();
    assertThat(benchmark.outcomes().pool().size()).isGreaterThanOrEqualTo(2);
    for (float score : benchmark.outcomes().scores().toArray()) {
      assertThat(Float.isNaN(score) || score >= 0 && score <= 1).as("score " + score).isTrue();
    }
    assertThat(benchmark.outcomes().completeRows()).isNotEmpty();
    assertThat(benchmark.queries())
        .allSatisfy(
            query ->
                assertThat(query.tags().getOrDefault(Benchmark.SPLIT_TAG, "test"))
                    .isIn("train", "validation", "test"));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void readsTheSameTwice(Fixture fixture) {
    SameBenchmark.assertIdentical(
        fixture.format().read(fixture.folder()), fixture.format().read(fixture.folder()));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void readsTheSameFromARelativePathAndFromAnotherPlace(Fixture fixture) throws IOException {
    Path copy = fixture.copyTo(folder.resolve("a b[1]"));
    Path relative = Path.of("").toAbsolutePath().relativize(copy.toAbsolutePath());
    Benchmark expected = fixture.format().read(fixture.folder());

    SameBenchmark.assertIdentical(fixture.format().read(copy), expected);
    SameBenchmark.assertIdentical(fixture.format().read(relative), expected);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void whatIsReadSurvivesARoutingTableFolderToTheLastBit(Fixture fixture) throws IOException {
    Benchmark benchmark = fixture.format().read(fixture.folder());

    RoutingTableFolder.write(benchmark, folder);

    SameBenchmark.assertIdentical(RoutingTableFolder.load(folder), benchmark);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void aFolderThatIsEmptyOrNotThereIsComplainedOf(Fixture fixture) {
    assertOneLineThatNames(folder, catchThrowable(() -> fixture.format().read(folder)));
    Path nowhere = folder.resolve("nowhere");
    assertOneLineThatNames(nowhere, catchThrowable(() -> fixture.format().read(nowhere)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileThatIsMissingIsOptionalOrComplainedOf(Fixture fixture, Path file) throws IOException {
    Path copy = fixture.copyTo(folder);

    Files.delete(copy.resolve(file));

    assertReadsOrComplains(fixture, copy);
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileThatIsEmptyIsComplainedOf(Fixture fixture, Path file) throws IOException {
    Path copy = fixture.copyTo(folder);

    Files.write(copy.resolve(file), new byte[0]);

    assertComplainsOrReadsAll(fixture, file, copy);
  }

  /** A cut between records cannot be told, nor one in the last cell of a CSV file. */
  @ParameterizedTest
  @MethodSource("files")
  void aFileThatIsCutInARecordIsComplainedOf(Fixture fixture, Path file) throws IOException {
    Path copy = fixture.copyTo(folder);
    byte[] bytes = Files.readAllBytes(copy.resolve(file));
    boolean tells = file.toString().matches(".*\\.(json|jsonl|parquet)");

    for (int part = 1; part < 8; part++) {
      int length = bytes.length * part / 8;
      Files.write(copy.resolve(file), Arrays.copyOf(bytes, length));
      if (tells && bytes[length - 1] != '\n' && bytes[length] != '\n') {
        assertComplainsOrReadsAll(fixture, file, copy);
      } else {
        assertReadsOrComplains(fixture, copy);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aByteThatIsNoUtf8IsComplainedOf(Fixture fixture, Path file) throws IOException {
    Path copy = fixture.copyTo(folder);
    byte[] bytes = Files.readAllBytes(copy.resolve(file));

    bytes[bytes.length / 2] = (byte) 0xff;
    Files.write(copy.resolve(file), bytes);

    assertComplainsOrReadsAll(fixture, file, copy);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aFileReadsTheSameGzipped(Fixture fixture, Path file) throws IOException {
    Path copy = fixture.copyTo(folder);

    zip(copy.resolve(file));

    SameBenchmark.assertIdentical(
        fixture.format().read(copy), fixture.format().read(fixture.folder()));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aGzippedFileThatIsCutIsComplainedOf(Fixture fixture, Path file) throws IOException {
    Path copy = fixture.copyTo(folder);

    Path zipped = zip(copy.resolve(file));
    byte[] bytes = Files.readAllBytes(zipped);

    for (int length : new int[] {5, bytes.length / 2, bytes.length - 4}) {
      Files.write(zipped, Arrays.copyOf(bytes, length));
      assertComplainsOrReadsAll(fixture, file, copy);
    }
  }

  /** What is not looked at may be broken: then all that was read before is still read. */
  private static void assertComplainsOrReadsAll(Fixture fixture, Path file, Path broken) {
    try {
      SameBenchmark.assertIdentical(
          fixture.format().read(broken), fixture.format().read(fixture.folder()));
    } catch (BadDataException error) {
      assertOneLineThatNames(broken, error);
      assertThat(error).hasMessageContaining(file.getFileName().toString());
    }
  }

  private static void assertReadsOrComplains(Fixture fixture, Path source) {
    Throwable error = catchThrowable(() -> fixture.format().read(source));
    if (error != null) {
      assertOneLineThatNames(source, error);
    }
  }

  private static void assertOneLineThatNames(Path source, Throwable error) {
    assertThat(error).isInstanceOf(BadDataException.class).hasMessageStartingWith("" + source);
    assertThat(error.getMessage().lines()).hasSize(1);
    assertThat(error).hasMessageContaining(": expected ").hasMessageContaining(", found ");
  }

  private static Path zip(Path file) throws IOException {
    Path zipped = file.resolveSibling(file.getFileName() + ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      Files.copy(file, out);
    }
    Files.delete(file);
    return zipped;
  }
}
