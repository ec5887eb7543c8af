package org.routerlab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Seed;
import org.routerlab.eval.ConfigurationPlateau.Configuration;
import org.routerlab.eval.ConfigurationPlateau.Place;

/** All configurations by accuracy, against a naive twin, by hand, and in limits. */
class ConfigurationPlateauTest {

  @Test
  void placesAndBandsAgreeWithTheirTwin() {
    for (int number = 0; number < 200; number++) {
      SplittableRandom random = new Seed(number).stream("configurations");
      List<Configuration> all = new ArrayList<>();
      for (int i = 0; i < 1 + number % 60; i++) {
        double accuracy = random.nextInt(10) == 0 ? Double.NaN : random.nextInt(101) / 100.0;
        all.add(new Configuration("r" + i % 7, "c" + i, accuracy));
      }
      double width = random.nextInt(30) / 100.0;
      ConfigurationPlateau found = ConfigurationPlateau.of(all, width, 1);
      double ceiling = Double.NaN;
      int known = 0;
      for (Configuration each : all) {
        known += Double.isNaN(each.accuracy()) ? 0 : 1;
        boolean isHigher = Double.isNaN(ceiling) || each.accuracy() > ceiling;
        ceiling = isHigher ? each.accuracy() : ceiling;
      }
      int inBand = 0;
      assertThat(found.places()).hasSameSizeAs(all);
      for (int i = 0; i < all.size(); i++) {
        Place place = found.places().get(i);
        Configuration configuration = place.configuration();
        assertThat(all).contains(configuration);
        int before = 0;
        int atMost = 0;
        for (Configuration each : all) {
          boolean isBetter =
              each.accuracy() > configuration.accuracy()
                  || (Double.isNaN(configuration.accuracy()) && !Double.isNaN(each.accuracy()));
          boolean isEqual = Double.compare(each.accuracy(), configuration.accuracy()) == 0;
          boolean isEarlier = all.indexOf(each) < all.indexOf(configuration);
          before += isBetter || (isEqual && isEarlier) ? 1 : 0;
          atMost += each.accuracy() <= configuration.accuracy() ? 1 : 0;
        }
        assertThat(before).as("configuration %d of %d", i, number).isEqualTo(i);
        // In whole hundredths there is no rounding.
        long behind = Math.round(100 * ceiling) - Math.round(100 * configuration.accuracy());
        boolean expected =
            !Double.isNaN(configuration.accuracy()) && behind <= Math.round(100 * width);
        assertThat(place.isInBand()).isEqualTo(expected);
        inBand += expected ? 1 : 0;
        // The place of the percentile, rounded up, is that of the least accuracy above it.
        int place90 = (9 * (known - 1) + 9) / 10;
        boolean isTop = !Double.isNaN(configuration.accuracy()) && atMost > place90;
        assertThat(place.isInTopDecile()).isEqualTo(isTop);
      }
      assertThat(found.ceiling()).isEqualTo(Double.valueOf(ceiling));
      assertThat(found.inBand()).isEqualTo(Double.valueOf(inBand / (double) known));
    }
  }

  @Test
  void ofElevenTheTopDecileIsTheBestTwo() {
    List<Configuration> all =
        IntStream.rangeClosed(0, 10)
            .mapToObj(i -> new Configuration("r", "c" + i, i / 20.0))
            .toList();
    ConfigurationPlateau found = ConfigurationPlateau.of(all, .1, .7);
    assertThat(found.topDecile()).isCloseTo(.45, within(1e-12));
    assertThat(found.places().stream().filter(Place::isInTopDecile).count()).isEqualTo(2);
    assertThat(found.places().stream().filter(Place::isInBand).count()).isEqualTo(3);
    assertThat(found.inBand()).isCloseTo(3 / 11.0, within(1e-12));
    assertThat(found.toOracle()).isCloseTo(.2, within(1e-12));
    assertThat(found.places().get(10).behind()).isEqualTo(.5);
  }

  @Test
  void routersOfTheBandAreNamedOnce() {
    ConfigurationPlateau found =
        ConfigurationPlateau.of(
            List.of(
                new Configuration("mlp", "1", .80),
                new Configuration("knn", "1", .82),
                new Configuration("svm", "1", .79),
                new Configuration("knn", "2", .81)),
            .02,
            1);
    assertThat(found.routersInBand()).containsExactly("knn", "mlp");
  }

  @Test
  void aBandOfNoWidthHoldsTheBestAndItsEquals() {
    List<Configuration> all =
        List.of(
            new Configuration("a", "", .5),
            new Configuration("b", "", .7),
            new Configuration("c", "", .7));
    assertThat(ConfigurationPlateau.of(all, 0, 1).routersInBand()).containsExactly("b", "c");
    assertThat(ConfigurationPlateau.of(all, 1, 1).inBand()).isEqualTo(1);
  }

  @Test
  void withoutAnAccuracyThereIsNoBand() {
    ConfigurationPlateau found =
        ConfigurationPlateau.of(List.of(new Configuration("a", "", Double.NaN)), .02, 1);
    assertThat(found.ceiling()).isNaN();
    assertThat(found.inBand()).isNaN();
    assertThat(found.toOracle()).isNaN();
    assertThat(found.routersInBand()).isEmpty();
    assertThat(found.places().get(0).isInTopDecile()).isFalse();
    assertThat(ConfigurationPlateau.of(List.of(), .02, 1).places()).isEmpty();
  }

  @Test
  void aWidthBelowZeroIsRefused() {
    assertThatThrownBy(() -> ConfigurationPlateau.of(List.of(), -.1, 1))
        .hasMessageContaining("width must be in [0.0, 1.0] but is -0.1");
  }
}
