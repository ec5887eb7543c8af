package org.routerlab.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class Bm25Test {

  private static final List<String> TEXTS =
      List.of("Write a poem", "write a program", "a proof, a lemma");

  private final Bm25 index = new Bm25(TEXTS, 1.2, 0.75);

  @Test
  void aTextOfTheSameWordsScoresOne() {
    assertThat(index.scores("a poem: WRITE!")[0]).isEqualTo(1);
  }

  @Test
  void aTextWithoutACommonWordScoresZero() {
    assertThat(index.scores("sing songs")).containsExactly(0, 0, 0);
    assertThat(index.scores("?!")).containsExactly(0, 0, 0);
    assertThat(index.scores("lemma")[1]).isZero();
  }

  @Test
  void scoresAreTheFormulaDividedByTheQuerysOwnScore() {
    // Lengths 3, 3 and 4, so 10/3 in the mean; "write" is in two texts, "poem" in one, "ode" in
    // none.
    double write = Math.log(1 + 1.5 / 2.5);
    double poem = Math.log(1 + 2.5 / 1.5);
    double ode = Math.log(1 + 3.5 / 0.5);
    double saturation = 2.2 / (1 + 1.2 * (0.25 + 0.75 * 3 / (10 / 3.0)));
    double own = saturation * (write + poem + ode);
    float[] scores = index.scores("write poem ode");
    assertThat((double) scores[0]).isEqualTo(saturation * (write + poem) / own, within(1e-6));
    assertThat((double) scores[1]).isEqualTo(saturation * write / own, within(1e-6));
    assertThat(scores[2]).isZero();
  }

  @Test
  void aRareWordCountsMoreThanACommonOne() {
    float[] scores = index.scores("a lemma poem");
    assertThat(scores[0]).isGreaterThan(scores[1]);
  }

  @Test
  void noScoreIsAboveOne() {
    // The second text repeats the query's word, which alone would give it 1.5.
    assertThat(new Bm25(List.of("x y z", "lemma lemma"), 2, 0).scores("lemma"))
        .containsExactly(0, 1);
  }

  @Test
  void withoutSaturationAndLengthOnlyWhichWordsAreThereCounts() {
    Bm25 plain = new Bm25(List.of("a a a b", "a c", "d"), 0, 0);
    float[] scores = plain.scores("a");
    assertThat(scores[0]).isEqualTo(1);
    assertThat(scores[1]).isEqualTo(1);
  }
}
