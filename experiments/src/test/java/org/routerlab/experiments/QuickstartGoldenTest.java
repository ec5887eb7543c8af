package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.Progress;
import org.routerlab.experiments.report.ResultRow;
import org.routerlab.experiments.report.ResultsCsv;
import org.routerlab.testkit.Golden;

/**
 * The shipped quickstart with the hashing encoder, whose bits are the same on every machine.
 *
 * <p>Routers without a network must give the golden figures to the last digit. PyTorch chooses its
 * kernels by the processor, so the accuracy of networks may move by a few of the 165 test queries.
 */
class QuickstartGoldenTest {

  private static final List<String> NETWORKS = List.of("mlp", "embedllm");

  @TempDir private Path folder;

  @Test
  void everyFigureIsTheGoldenOne() throws IOException {
    String text =
        ShippedExperiments.shippedText("quickstart")
            .replace("all-minilm-l6-v2", "hashing")
            .replaceAll("(?s)expect:.*", "");
    Path results = folder.resolve("quickstart");
    Runner.run(
        ShippedExperiments.parse("quickstart.yaml", text),
        new Runner.Options(folder, results, folder.resolve("cache"), 2),
        Progress.NONE);
    List<ResultRow> rows = ResultsCsv.read(results.resolve("results.csv"));
    Golden.check(
        QuickstartGoldenTest.class,
        "quickstart-hashing.txt",
        rows.stream()
            .filter(row -> !NETWORKS.contains(row.router()))
            .map(ResultRow::toString)
            .collect(Collectors.joining("\n", "", "\n")));
    assertThat(accuracy(rows, "mlp")).isCloseTo(MLP, within(0.05));
    assertThat(accuracy(rows, "embedllm")).isCloseTo(EMBEDLLM, within(0.05));
  }

  private static final double MLP = 0.2808;
  private static final double EMBEDLLM = 0.2343;

  private static double accuracy(List<ResultRow> rows, String router) {
    return rows.stream()
        .filter(row -> row.router().equals(router) && row.subset().equals("all"))
        .filter(row -> row.metric().equals("accuracy") && row.seed().equals("all"))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
