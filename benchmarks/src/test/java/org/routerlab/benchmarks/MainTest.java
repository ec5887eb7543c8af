package org.routerlab.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

class MainTest {

  @Test
  void anUnknownNameIsBadUsageAndListsTheKnownOnes() {
    for (String[] arguments : new String[][] {{}, {"nonsense"}}) {
      ByteArrayOutputStream errors = new ByteArrayOutputStream();
      PrintStream stream = new PrintStream(errors, true, StandardCharsets.UTF_8);
      assertThat(Main.run(arguments, stream)).isEqualTo(2);
      assertThat(errors.toString(StandardCharsets.UTF_8)).contains("knn");
    }
  }

  @Test
  void anUnknownOptionIsBadUsage() {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    assertThat(Main.run(new String[] {"knn", "--nonsense"}, nowhere)).isEqualTo(2);
  }

  @Test
  void everyNameLeadsToAClassWithBenchmarks() {
    assertThat(Main.BENCHMARKS.values())
        .allSatisfy(
            type -> {
              Method[] methods = type.getDeclaredMethods();
              assertThat(Arrays.stream(methods).filter(m -> m.isAnnotationPresent(Benchmark.class)))
                  .isNotEmpty();
            });
  }
}
