package org.routerlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a text with one kept in the repository.
 *
 * <p>The kept text is the test resource {@code golden/<name>} beside the owner's package. Running
 * the tests with {@code -Dgolden.update} writes it anew; the version control shows what changed.
 */
public final class Golden {

  private static final String UPDATE = "golden.update";

  private Golden() {}

  /**
   * Fails unless {@code actual} is the kept text; line ends are compared as {@code \n}.
   *
   * @param owner the test class whose package holds the resource
   * @param name the file name, such as {@code knn.json}
   */
  public static void check(Class<?> owner, String name, String actual) {
    String text = actual.replace("\r\n", "\n");
    if (System.getProperty(UPDATE) != null) {
      update(owner, name, text);
      return;
    }
    try (InputStream kept = owner.getResourceAsStream("golden/" + name)) {
      if (kept == null) {
        throw new AssertionError(
            "there is no golden file " + file(owner, name) + "; write it with -D" + UPDATE);
      }
      String expected = new String(kept.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text)
          .as("golden file " + name + " (where the change is wanted, use -D" + UPDATE + ")")
          .isEqualTo(expected.replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new AssertionError("cannot read the golden file " + name, e);
    }
  }

  private static void update(Class<?> owner, String name, String text) {
    Path file = file(owner, name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError("cannot write the golden file " + file, e);
    }
  }

  private static Path file(Class<?> owner, String name) {
    // Surefire sets the module's folder.
    Path module = Path.of(System.getProperty("basedir", ""));
    return module
        .resolve("src/test/resources")
        .resolve(owner.getPackageName().replace('.', '/'))
        .resolve("golden")
        .resolve(name);
  }
}
