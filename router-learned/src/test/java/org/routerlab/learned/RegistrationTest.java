package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.RoutingMethod;

class RegistrationTest {

  @Test
  void aMethodHasOneLineAndTheLinesAreSorted() throws IOException {
    String file = "/META-INF/services/" + RoutingMethod.class.getName();
    try (InputStream in = Task.class.getResourceAsStream(file)) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(lines).isNotEmpty().isSorted().doesNotHaveDuplicates();
      assertThat(lines).allMatch(line -> line.startsWith(Task.class.getPackageName() + "."));
    }
  }
}
