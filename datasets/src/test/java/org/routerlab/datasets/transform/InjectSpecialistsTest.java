package org.routerlab.datasets.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Seed;
import org.routerlab.core.Split;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.datasets.Benchmark;

class InjectSpecialistsTest {

  private static final Seed SEED = new Seed(42);

  @Test
  void targetsLieTwentyFivePointsAboveTheBestRoundedToFive() {
    TargetAccuracy standard = TargetAccuracy.standard();
    assertThat(standard.of(.4593)).isCloseTo(.70, within(1e-12));
    assertThat(standard.of(.3351)).isCloseTo(.60, within(1e-12));
    assertThat(standard.of(.3622)).isCloseTo(.60, within(1e-12));
    assertThat(standard.of(.375)).isCloseTo(.65, within(1e-12));
    assertThat(standard.of(.9)).isEqualTo(1);
    assertThat(TargetAccuracy.exact().of(.3622)).isCloseTo(.6122, within(1e-12));
    assertThat(new TargetAccuracy.Fixed(.65).of(.3622)).isEqualTo(.65);
  }

  @Test
  void aSpecialistIsRightOnExactlyItsShareOfEveryTaskAndPart() {
    Benchmark benchmark = benchmark(400);
    Split split = split(400);
    Benchmark made = inject(benchmark, split, SEED).benchmark();
    OutcomeTable train = benchmark.outcomes().selectRows(split.train());

    assertThat(made.outcomes().pool().names()).containsExactly("m0", "m1", "m2", "pseudo-a");
    for (int[] part : List.of(split.train(), split.validation(), split.test())) {
      for (String task : List.of("a", "b", "c")) {
        double best = 0;
        double mean = 0;
        for (int model = 0; model < 3; model++) {
          double accuracy = accuracy(benchmark, split.train(), task, model);
          best = Math.max(best, accuracy);
          mean += accuracy / 3;
        }
        double wanted =
            task.equals("a") ? Math.min(1, 5 * Math.round((best + .25) * 20) / 100.0) : mean;
        long size = rows(benchmark, part, task).length;
        double right = accuracy(made, part, task, 3) * size;
        assertThat(right).isCloseTo(Math.round(wanted * size), within(1e-6));
      }
    }
    assertThat(train.size()).isEqualTo(200);
  }

  @Test
  void theDrawDoesNotDependOnTheOrderOfRowsButOnTheSeed() {
    Benchmark benchmark = benchmark(300);
    Split split = split(300);
    List<Scope> parts = Scope.parts(benchmark, split);
    InjectSpecialists step =
        new InjectSpecialists(List.of(PseudoSpecialist.of("a")), parts.get(0), parts, SEED);
    Benchmark forwards = step.apply(benchmark, TextEmbeddings.none()).benchmark();
    Benchmark backwards = step.apply(Cases.backwards(benchmark), TextEmbeddings.none()).benchmark();

    assertThat(Cases.backwards(backwards).fingerprint()).isEqualTo(forwards.fingerprint());
    assertThat(inject(benchmark, split, new Seed(43)).benchmark().fingerprint())
        .isNotEqualTo(forwards.fingerprint());
  }

  @Test
  void testOutcomesDoNotMoveTheAccuraciesWhereTrainIsJudged() {
    Benchmark benchmark = benchmark(300);
    Split split = split(300);
    float[] changed = benchmark.outcomes().scores().toArray();
    for (int row : split.test()) {
      changed[row * 3] = 1;
    }
    Benchmark other =
        Cases.benchmark(
            new OutcomeTable(
                benchmark.outcomes().pool(),
                FloatMatrix.wrap(300, 3, changed),
                benchmark.outcomes().costs()),
            "a",
            "b",
            "c");
    assertThat(Cases.column(inject(other, split, SEED).benchmark().outcomes().scores(), 3))
        .containsExactly(
            Cases.column(inject(benchmark, split, SEED).benchmark().outcomes().scores(), 3));
  }

  @Test
  void costsAreThoseOfTheModelInTheMiddle() {
    Benchmark benchmark = benchmark(30);
    Benchmark made = inject(benchmark, split(30), SEED).benchmark();
    // Mean costs are 5, 1 and 3 of the models.
    assertThat(Cases.column(made.outcomes().costs(), 3))
        .containsExactly(Cases.column(benchmark.outcomes().costs(), 2));
  }

  @Test
  void costsOfTestQueriesDoNotTellWhoIsInTheMiddleWhereTrainIsJudged() {
    Benchmark benchmark = benchmark(30);
    float[] changed = benchmark.outcomes().costs().toArray();
    for (int row : split(30).test()) {
      changed[row * 3 + 1] = 1000;
    }
    OutcomeTable outcomes =
        new OutcomeTable(
            benchmark.outcomes().pool(),
            benchmark.outcomes().scores(),
            FloatMatrix.wrap(30, 3, changed));
    Benchmark made = inject(Cases.benchmark(outcomes, "a", "b", "c"), split(30), SEED).benchmark();
    assertThat(Cases.column(made.outcomes().costs(), 3))
        .containsExactly(Cases.column(benchmark.outcomes().costs(), 2));
  }

  @Test
  void ofTwoModelsInTheMiddleTheCheaperLendsItsCosts() {
    OutcomeTable table =
        new OutcomeTable(
            Cases.pool(5),
            FloatMatrix.of(new float[] {1, 0, 1, 0, 1}),
            FloatMatrix.of(new float[] {5, 1, 3, 4, Float.NaN}));
    Transformed made = apply(Cases.benchmark(table, "a"), PseudoSpecialist.of("a"));
    assertThat(made.benchmark().outcomes().cost(0, 5)).isEqualTo(3);
  }

  @Test
  void severalSpecialistsAreJudgedByThePoolBeforeAnyWasAdded() {
    Benchmark benchmark = benchmark(300);
    Scope all = Scope.all();
    List<PseudoSpecialist> both =
        List.of(
            new PseudoSpecialist("first", "a", new TargetAccuracy.Fixed(1)),
            new PseudoSpecialist("second", "a", TargetAccuracy.exact()));
    Transformed together =
        new InjectSpecialists(both, all, List.of(), SEED).apply(benchmark, TextEmbeddings.none());
    Transformed alone =
        new InjectSpecialists(both.subList(1, 2), all, List.of(), SEED)
            .apply(benchmark, TextEmbeddings.none());

    assertThat(Cases.column(together.benchmark().outcomes().scores(), 4))
        .containsExactly(Cases.column(alone.benchmark().outcomes().scores(), 3));
    assertThat(together.counts()).containsEntry("accuracy of first", 1.0);
    assertThat(together.description()).contains("first 1.0000").contains("3 → 5 models");
  }

  @Test
  void unknownTasksAndTakenNamesAreRejected() {
    Benchmark benchmark = benchmark(30);
    assertThatThrownBy(() -> apply(benchmark, PseudoSpecialist.of("aa")))
        .hasMessageContaining("did you mean 'a'");
    assertThatThrownBy(
            () -> apply(benchmark, new PseudoSpecialist("m1", "a", TargetAccuracy.exact())))
        .hasMessageContaining("'m1' occurs twice");
  }

  private static Transformed apply(Benchmark benchmark, PseudoSpecialist specialist) {
    return new InjectSpecialists(List.of(specialist), Scope.all(), List.of(), SEED)
        .apply(benchmark, TextEmbeddings.none());
  }

  private static Transformed inject(Benchmark benchmark, Split split, Seed seed) {
    List<Scope> parts = Scope.parts(benchmark, split);
    return new InjectSpecialists(List.of(PseudoSpecialist.of("a")), parts.get(0), parts, seed)
        .apply(benchmark, TextEmbeddings.none());
  }

  private static Benchmark benchmark(int size) {
    SplittableRandom random = new Seed(7).stream("scores");
    int[] cell = {0};
    float[] costs = {5, 1, 3};
    return Cases.benchmark(
        new OutcomeTable(
            Cases.pool(3),
            Cases.matrix(size, 3, () -> random.nextInt(10) < 3 ? 1f : 0f),
            Cases.matrix(size, 3, () -> costs[cell[0]++ % 3])),
        "a",
        "b",
        "c");
  }

  private static Split split(int size) {
    return new Split(
        "s",
        IntStream.range(0, size / 2).toArray(),
        IntStream.range(size / 2, size * 5 / 8).toArray(),
        IntStream.range(size * 5 / 8, size).toArray());
  }

  private static int[] rows(Benchmark benchmark, int[] part, String task) {
    return IntStream.of(part)
        .filter(row -> benchmark.queries().get(row).dataset().equals(task))
        .toArray();
  }

  private static double accuracy(Benchmark benchmark, int[] part, String task, int model) {
    return IntStream.of(rows(benchmark, part, task))
        .mapToDouble(row -> benchmark.outcomes().score(row, model))
        .average()
        .orElseThrow();
  }
}
