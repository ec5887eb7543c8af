package org.routerlab.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same computation in a JVM without the module {@code jdk.incubator.vector}. */
class ScalarFallbackTest {

  @Test
  void aJvmWithoutVectorInstructionsGivesTheSameBits() throws Exception {
    assertThat(run()).isEqualTo("vectorised false" + fingerprint());
    assertThat(run("--add-modules", "jdk.incubator.vector"))
        .isEqualTo("vectorised true" + fingerprint());
  }

  private static String run(String... options) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of(options));
    command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
    command.add(ScalarFallbackTest.class.getName());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  /** Prints what the kernels of this JVM compute. */
  public static void main(String[] arguments) {
    System.out.println("vectorised " + Kernels.isVectorised() + fingerprint());
  }

  private static String fingerprint() {
    FloatMatrix queries = Matrices.random(31, 129, 1);
    PackedMatrix index = PackedMatrix.of(Matrices.random(333, 129, 2));
    int[] product = Matrices.bits(Kernels.product(queries, index));
    int[] top = Matrices.contents(Kernels.topK(queries, index, 17), 31);
    return ", product " + Arrays.hashCode(product) + ", top " + Arrays.hashCode(top);
  }
}
