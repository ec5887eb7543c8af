package org.routerlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {

  @Test
  void theKeptTextPasses() {
    Golden.check(GoldenTest.class, "greeting.txt", "hello\r\nworld\n");
  }

  @Test
  void anotherTextFails() {
    assertThatThrownBy(() -> Golden.check(GoldenTest.class, "greeting.txt", "hello\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("greeting.txt");
  }

  @Test
  void aMissingFileSaysHowToWriteIt() {
    assertThatThrownBy(() -> Golden.check(GoldenTest.class, "absent.txt", "hello\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-Dgolden.update");
  }

  @Test
  void anUpdateWritesTheFile(@TempDir Path module) throws IOException {
    String before = System.getProperty("basedir", "");
    try {
      System.setProperty("basedir", module.toString());
      System.setProperty("golden.update", "");
      Golden.check(GoldenTest.class, "new.txt", "hello\n");
    } finally {
      System.clearProperty("golden.update");
      System.setProperty("basedir", before);
    }
    Path file = module.resolve("src/test/resources/org/routerlab/testkit/golden/new.txt");
    assertThat(Files.readString(file)).isEqualTo("hello\n");
  }
}
