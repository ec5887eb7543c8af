package org.routerlab.datasets.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.OutOfRangeScores;
import org.routerlab.datasets.RealTables;
import org.routerlab.datasets.RoutingTableFolder;

/** The files as their authors publish them, and the routing tables that others made of them. */
class RealFormatsTest {

  private static final Offset<Double> ROUNDING = within(0.0005);

  @Test
  void routerarenaIsItsTableCellByCell() {
    Benchmark published = new RouterArena().read(RealFormats.file("routerarena"));
    Benchmark table =
        RoutingTableFolder.load(RealTables.folder("routerarena"), OutOfRangeScores.CLIP);

    // The table has whole millionths of a dollar, its source more digits.
    SameBenchmark.assertSameCells(published, table, SameBenchmark.SIX_DECIMALS);
    assertThat(SameBenchmark.ids(published)).isEqualTo(SameBenchmark.ids(table));
    assertThat(tags(published, "category")).isEqualTo(tags(table, "category"));
    assertThat(published.provenance()).containsEntry(RoutingTableFolder.CLIPPED_SCORES, "1");
    assertThat(published.queries().stream().map(query -> query.dataset()).distinct()).hasSize(78);
    assertFigures(published, 0.690, 0.741);
  }

  @Test
  void routerarenaCostsTheSameByItsOwnPriceList() {
    Benchmark recorded = new RouterArena().read(RealFormats.file("routerarena"));
    Benchmark listed =
        new RouterArena(RouterArena.Costs.PRICE_LIST).read(RealFormats.file("routerarena"));

    float[] expected = recorded.outcomes().costs().toArray();
    assertThat(listed.outcomes().costs().toArray()).containsExactly(expected, within(1e-9f));
  }

  @Test
  void routellmIsItsTableCellByCell() {
    Benchmark published = new RouteLlm().read(RealFormats.file("routellm"));
    Benchmark table = RoutingTableFolder.load(RealTables.folder("routellm"));

    SameBenchmark.assertSameCells(published, table, 0);
    assertThat(SameBenchmark.ids(published)).isEqualTo(SameBenchmark.ids(table));
    for (String tag : new String[] {"category", "contaminated", "split"}) {
      assertThat(tags(published, tag)).isEqualTo(tags(table, tag));
    }
    assertFigures(published, 0.811, 0.865);
  }

  @Test
  void routellmLeavesOutTheContaminatedPromptsThatItsAuthorsLeaveOut() {
    Benchmark published = new RouteLlm(true).read(RealFormats.file("routellm"));

    assertThat(count(published, "mmlu")).isEqualTo(14_037);
    assertThat(count(published, "gsm8k")).isEqualTo(1_307);
    assertThat(count(published, "mt_bench")).isEqualTo(72);
  }

  @Test
  void llmrouterIsItsTableCellByCell() {
    Benchmark published = new LlmRouter().read(RealFormats.file("llmrouter"));
    Benchmark table = RoutingTableFolder.load(RealTables.folder("llmrouter"));

    SameBenchmark.assertSameCells(published, table, 0);
    assertThat(tags(published, "split")).isEqualTo(tags(table, "split"));
    // The table counts positions before one task was taken out of the files.
    assertThat(SameBenchmark.ids(published).subList(0, 2000))
        .isEqualTo(SameBenchmark.ids(table).subList(0, 2000));
    assertThat(SameBenchmark.ids(published).get(2000)).isEqualTo("train-2000");
    assertThat(SameBenchmark.ids(table).get(2000)).isEqualTo("train-2448");
    assertFigures(published, 0.650, 0.822);
  }

  private static List<String> tags(Benchmark benchmark, String tag) {
    return benchmark.queries().stream().map(query -> query.tags().get(tag)).toList();
  }

  private static long count(Benchmark benchmark, String dataset) {
    return benchmark.queries().stream().filter(q -> q.dataset().equals(dataset)).count();
  }

  private static void assertFigures(Benchmark benchmark, double bestSingle, double oracle) {
    assertThat(Figures.bestSingle(benchmark)).isEqualTo(bestSingle, ROUNDING);
    assertThat(Figures.oracle(benchmark)).isEqualTo(oracle, ROUNDING);
  }
}
