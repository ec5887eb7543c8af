package org.routerlab.eval.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.ModelPool;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.eval.select.CheapestAbove.FallBack;

class RulesTest {

  private static final ModelPool POOL = ModelPool.of("org/small", "big (new)");

  @Test
  void everyRuleIsReadFromItsOwnText() {
    List<Rule> rules =
        List.of(
            new Argmax(),
            new Utility(.5),
            new Utility(.5, true),
            new Utility(1),
            new Budget(.002),
            new CheapestAbove(.6),
            new CheapestAbove(.6, FallBack.DEAREST, false),
            new CheapestAbove(-2, FallBack.BEST_SINGLE, true),
            new CheapestAbove(.6, FallBack.BEST_SCORE, true),
            new Pair(POOL, 1, 0, .1),
            new TieLottery(),
            new ServiceLevel(.8, .01),
            new ServiceLevel(.8, .01, true));
    for (Rule rule : rules) {
      assertThat(Rules.parse(rule.text(), POOL)).isEqualTo(rule);
    }
    assertThat(rules.stream().map(Rule::text))
        .contains("utility(0.5, raw)", "cheapest-above(-2, best-single, raw)")
        .contains("pair(big (new), org/small, 0.1)", "utility(1)");
  }

  @Test
  void spacesDoNotMatter() {
    assertThat(Rules.parse("  utility ( 0.5 ,raw ) ", POOL)).isEqualTo(new Utility(.5, true));
    assertThat(Rules.parse("cheapest-above(0.6,best-score)", POOL))
        .isEqualTo(new CheapestAbove(.6));
    assertThat(Rules.parse("argmax()", POOL)).isEqualTo(new Argmax());
  }

  @Test
  void whatIsWrongIsNamed() {
    assertRefused("utilty(0.5)", "unknown rule 'utilty'; did you mean 'utility'?");
    assertRefused("utility", "rule 'utility' must be written utility(lambda) but has 0 arguments");
    assertRefused("utility(0.5", "rule 'utility(0.5' must end with ')'");
    assertRefused("utility(half)", "must have a number in place of 'half'");
    assertRefused("utility(2)", "lambda must be in [0.0, 1.0] but is 2.0");
    assertRefused("budget(1, raw)", "must be written budget(limit) but has 2 arguments");
    assertRefused("cheapest-above(0.5, cheapest)", "unknown fall-back 'cheapest'");
    assertRefused("pair(org/smal, big (new), 0)", "did you mean 'org/small'?");
    assertRefused("argmax(1)", "must be written argmax but has 1 arguments");
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> Rules.parse(text, POOL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void equalTopScoresShareADraw() {
    TieLottery lottery = new TieLottery();
    assertThat(lottery.shares(new float[] {.5f, .7f, .7f, .1f})).containsExactly(0, .5, .5, 0);
    FloatMatrix scores = FloatMatrix.of(new float[] {.7f, .7f, .1f}, new float[] {0, 1, 0});
    FloatMatrix values = FloatMatrix.of(new float[] {1, 0, Float.NaN}, new float[] {9, 3, 9});
    assertThat(lottery.expect(scores, values)).containsExactly(.5, 3);
  }
}
