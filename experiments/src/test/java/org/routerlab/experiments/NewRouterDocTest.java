package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.Progress;

/** Builds exactly what {@code docs/new-router.md} tells its reader to write. */
class NewRouterDocTest {

  private static final Path PAGE = Path.of("..", "docs", "new-router.md");

  @TempDir private Path folder;

  private String source;

  @BeforeEach
  void readThePage() throws IOException {
    Matcher java =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    assertThat(java.find()).as("a Java block in " + PAGE).isTrue();
    source = java.group(1);
  }

  @Test
  void theExampleIsShorterThanSixtyLines() {
    assertThat(source.lines().count()).isLessThan(60);
  }

  @Test
  void theExampleCompilesRegistersAndRunsAnExperiment() throws IOException {
    Path file = Files.createDirectories(folder.resolve("org/example")).resolve("Rocchio.java");
    Files.writeString(file, source);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), file.toString());
    assertThat(failed).isZero();
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve("org.routerlab.core.RoutingMethod"), "org.example.Rocchio\n");
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(loader);
      runAnExperiment();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private void runAnExperiment() throws IOException {
    String text =
        """
        name: new-router
        dataset: a2b-mini
        encoders: [hashing]
        resamples: 200
        routers: [{use: rocchio, grid: {weight: [1, 2, 4]}}]
        """;
    Path results = folder.resolve("results");
    Runner.run(
        ShippedExperiments.parse("new-router.yaml", text),
        new Runner.Options(folder, results, folder.resolve("cache"), 2),
        Progress.NONE);
    List<String> accuracy =
        Files.readAllLines(results.resolve("results.csv")).stream()
            .filter(line -> line.contains(",rocchio,") && line.contains(",accuracy,"))
            .toList();
    assertThat(accuracy).isNotEmpty();
  }
}
