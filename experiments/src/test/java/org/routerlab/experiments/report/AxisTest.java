package org.routerlab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {

  @Test
  void ticksAreRoundValuesWithinTheAxis() {
    Axis axis = Axis.over(List.of(0.61, 0.7), 0, 100, false);

    assertThat(axis.ticks(DecimalText::shortest))
        .extracting(Axis.Tick::label)
        .containsExactly("0.62", "0.64", "0.66", "0.68", "0.7");
  }

  @Test
  void aWideRangeOfCostsIsLogarithmic() {
    Axis axis = Axis.over(List.of(0.001, 0.1), 0, 300, true);

    assertThat(axis.logarithmic()).isTrue();
    assertThat(axis.position(0.01)).isBetween(149.9, 150.1);
    assertThat(axis.ticks(DecimalText::shortest))
        .extracting(Axis.Tick::label)
        .contains("0.001", "0.01", "0.1");
    assertThat(Axis.over(List.of(0.0, 0.1), 0, 300, true).logarithmic()).isFalse();
    assertThat(Axis.over(List.of(0.01, 0.1), 0, 300, true).logarithmic()).isFalse();
  }

  @Test
  void oneValueOrNoneStillHasAnAxis() {
    for (List<Double> values : List.of(List.<Double>of(), List.of(0.0), List.of(0.7))) {
      Axis axis = Axis.over(values, 0, 100, true);
      assertThat(axis.high()).isGreaterThan(axis.low());
      assertThat(axis.ticks(DecimalText::shortest)).isNotEmpty();
    }
  }

  @Test
  void anAxisMayPointUp() {
    Axis axis = new Axis(0, 1, 300, 100, false);

    assertThat(axis.at(0)).isEqualTo("300.0");
    assertThat(axis.at(1)).isEqualTo("100.0");
  }
}
