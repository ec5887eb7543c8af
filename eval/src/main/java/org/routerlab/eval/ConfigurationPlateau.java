package org.routerlab.eval;

import java.util.Comparator;
import java.util.List;
import org.routerlab.core.Require;

/**
 * All configurations of all routers by their accuracy on test, and how many of them are as good as
 * the best to within a width.
 *
 * <p>It is hindsight throughout: configurations are sorted by what test outcomes say, which tells
 * how broad the plateau is and must not choose one of them. It knows accuracies alone and so has no
 * intervals; {@link PlateauBand} has those, for routers chosen on validation. A configuration
 * without an accuracy, NaN, is last, in no band and in no share. Source: Plateau (arXiv
 * 2606.07587), § 4.2 and Figure 2.
 *
 * @param places the most accurate first; equal ones in the given order
 * @param ceiling the accuracy of the first; NaN without one
 * @param topDecile the accuracy that the best tenth reaches: the 90th percentile, linear between
 *     the two accuracies next to it; the lower edge of the band in the source's figure
 * @param inBand the share of configurations with an accuracy that are in the band; NaN without one
 * @param toOracle the oracle's accuracy less the ceiling
 */
public record ConfigurationPlateau(
    List<Place> places, double ceiling, double topDecile, double inBand, double toOracle) {

  /** Widths are decimal fractions, which differences of accuracies miss by rounding. */
  private static final double ROUNDING = 1e-12;

  /**
   * A trained router of one encoder, one set of settings and one seed.
   *
   * @param router whose configuration it is
   * @param name of the configuration among those of its router
   * @param accuracy on test, a fraction
   */
  public record Configuration(String router, String name, double accuracy) {}

  /**
   * A configuration's place.
   *
   * @param behind the ceiling less its accuracy, at least 0
   * @param isInBand whether it is behind by at most the width
   * @param isInTopDecile whether its accuracy is at least the 90th percentile
   */
  public record Place(
      Configuration configuration, double behind, boolean isInBand, boolean isInTopDecile) {}

  /** Copies the places. */
  public ConfigurationPlateau {
    places = List.copyOf(places);
  }

  /** The routers with a configuration in the band, the best first. */
  public List<String> routersInBand() {
    return places.stream()
        .filter(Place::isInBand)
        .map(place -> place.configuration().router())
        .distinct()
        .toList();
  }

  /**
   * Sorts configurations.
   *
   * @param width of the band, a fraction of at least 0; the source's is 0.02
   * @param oracle the accuracy of the oracle on the same queries
   */
  public static ConfigurationPlateau of(
      List<Configuration> configurations, double width, double oracle) {
    Require.between("width", width, 0, 1);
    double[] known =
        configurations.stream()
            .mapToDouble(Configuration::accuracy)
            .filter(accuracy -> !Double.isNaN(accuracy))
            .sorted()
            .toArray();
    double ceiling = known.length == 0 ? Double.NaN : known[known.length - 1];
    double topDecile = SampleQuantile.of(known, .9);
    List<Place> places =
        configurations.stream()
            .sorted(
                Comparator.comparingDouble(
                    each -> Double.isNaN(each.accuracy()) ? Double.MAX_VALUE : -each.accuracy()))
            .map(each -> place(each, ceiling, width, topDecile))
            .toList();
    double inBand = places.stream().filter(Place::isInBand).count() / (double) known.length;
    return new ConfigurationPlateau(places, ceiling, topDecile, inBand, oracle - ceiling);
  }

  private static Place place(
      Configuration configuration, double ceiling, double width, double topDecile) {
    double behind = ceiling - configuration.accuracy();
    return new Place(
        configuration, behind, behind <= width + ROUNDING, configuration.accuracy() >= topDecile);
  }
}
