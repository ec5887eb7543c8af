package org.routerlab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Seed;

class DecimalTextTest {

  @Test
  void everyDoubleReadsBackExactly() {
    SplittableRandom random = new Seed(1).stream("doubles");
    for (int i = 0; i < 5_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      assertThat(Double.parseDouble(DecimalText.shortest(value))).isEqualTo(Double.valueOf(value));
      double share = random.nextDouble();
      assertThat(Double.parseDouble(DecimalText.shortest(share))).isEqualTo(share);
    }
  }

  @Test
  void decimalsComeBackAsTheyWereWritten() {
    for (int i = 1; i < 10_000; i++) {
      String text = "0." + Integer.toString(100_000 + i).substring(1).replaceAll("0+$", "");
      assertThat(DecimalText.shortest(Double.parseDouble(text))).isEqualTo(text);
    }
  }

  @Test
  void thePrintedNumberIsTheShortest() {
    assertThat(DecimalText.shortest(1e23)).isEqualTo("1E+23");
    assertThat(DecimalText.shortest(0.1 + 0.2)).isEqualTo("0.30000000000000004");
    assertThat(DecimalText.shortest(100)).isEqualTo("100");
    assertThat(DecimalText.shortest(1.5e-7)).isEqualTo("1.5E-7");
    assertThat(DecimalText.shortest(-0.0)).isEqualTo("-0");
    assertThat(DecimalText.shortest(Double.NaN)).isEqualTo("NaN");
    assertThat(DecimalText.shortest(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
  }

  @Test
  void fixedDecimalsNeverShowAMinusBeforeZero() {
    assertThat(DecimalText.fixed(-0.0004, 2, 1)).isEqualTo("0.0");
    assertThat(DecimalText.fixed(0.5625, 2, 1)).isEqualTo("56.2");
    assertThat(DecimalText.fixed(1, 2, 1)).isEqualTo("100.0");
  }

  @Test
  void significantDigitsSwitchToPowersOfTen() {
    assertThat(DecimalText.significant(0.0012345, 3)).isEqualTo("0.00123");
    assertThat(DecimalText.significant(0.9999, 3)).isEqualTo("1.00");
    assertThat(DecimalText.significant(0.000012345, 3)).isEqualTo("1.23e-5");
    assertThat(DecimalText.significant(7_000_000_000.0, 3)).isEqualTo("7.00e9");
    assertThat(DecimalText.significant(1234, 3)).isEqualTo("1230");
    assertThat(DecimalText.significant(0, 3)).isEqualTo("0");
  }

  @Test
  void countsHaveCommas() {
    assertThat(DecimalText.count(999)).isEqualTo("999");
    assertThat(DecimalText.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(DecimalText.count(-1_000)).isEqualTo("-1,000");
  }
}
