package org.routerlab.datasets.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Invented files in a published layout, among the resources of the tests: a folder named after its
 * format, or, where a format has several layouts, {@code FORMAT+LAYOUT}.
 */
record Fixture(Format format, Path folder) {

  static final String RESOURCES = "datasets/src/test/resources/org/routerlab/datasets/formats/";

  static Path folder(String name) {
    URL url = Fixture.class.getResource(name);
    if (url == null) {
      throw new AssertionError("a format must have a fixture; create " + RESOURCES + name + "/");
    }
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** The fixtures of a format; none where the folder of its name is missing. */
  static List<Fixture> of(Format format) {
    URL url = Fixture.class.getResource(format.name());
    if (url == null) {
      return List.of();
    }
    Path main = folder(format.name());
    try (Stream<Path> folders = Files.list(main.getParent())) {
      String further = format.name() + "+";
      return folders
          .filter(path -> path.equals(main) || path.getFileName().toString().startsWith(further))
          .sorted()
          .map(path -> new Fixture(format, path))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The paths of its files, relative to its folder, in order. */
  List<Path> files() {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies it into an empty folder, and returns that. */
  Path copyTo(Path target) throws IOException {
    for (Path file : files()) {
      Path copy = target.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(folder.resolve(file), copy);
    }
    return target;
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
