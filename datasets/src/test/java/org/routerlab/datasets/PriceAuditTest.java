package org.routerlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Seed;
import org.routerlab.core.matrix.FloatMatrix;

class PriceAuditTest {

  private static final int ROWS = 200;
  private static final ModelPool POOL = ModelPool.of("small", "large");
  private static final List<Price> PRICES = List.of(new Price(0.2, 0.4), new Price(3, 15));
  private static final String OWN = "{\"small\": [0.2, 0.4], \"large\": [3, 15]}";

  @Test
  void costsOfTheirOwnPricesRaiseNothing() {
    assertThat(findings(costs(), OWN)).isEmpty();
  }

  @Test
  void costsThatWereWrittenWithSixDecimalsRaiseNothing() {
    assertThat(findings(mapped((row, model, cost) -> Math.rint(cost * 1e6) / 1e6), OWN)).isEmpty();
  }

  @Test
  void aFactorOnEveryCallIsGraveAndSaid() {
    assertThat(findings(mapped((row, model, cost) -> 10 * cost), OWN))
        .containsExactly(
            "GRAVE cost-factor: 2 of 2 (100.0 %) models have costs that are 10 × tokens × own prices"
                + " on every call: large, small; the costs or the prices are in another unit, or of"
                + " another date");
    assertThat(findings(mapped((row, model, cost) -> model == 0 ? cost / 1000 : cost), OWN))
        .singleElement()
        .asString()
        .contains("1 of 2 (50.0 %) models have costs that are 0.001 × ")
        .contains("on every call: small;");
  }

  @Test
  void costsThatDifferOnSomeCallsAreSharedWithAnExample() {
    FloatMatrix costs = mapped((row, model, cost) -> model == 1 && row < 50 ? 2 * cost : cost);

    assertThat(findings(costs, OWN))
        .singleElement()
        .asString()
        .startsWith(
            "WARNING cost-mismatch: 1 of 2 (50.0 %) models have costs that differ from tokens × own"
                + " prices (on so many of their calls): large (25.0 %); such as ")
        .contains(" USD for d0-0 by large, where ")
        .contains(" tokens at 3 / 15 USD per 1M make ");
  }

  @Test
  void callsThatCostNothingThoughTokensDoAreFound() {
    assertThat(findings(mapped((row, model, cost) -> model == 0 ? 0 : cost), OWN))
        .singleElement()
        .asString()
        .contains("costs that are 0 × tokens × own prices on every call: small");
  }

  @Test
  void withoutOwnPricesTheyAreFitted() {
    assertThat(findings(costs(), null))
        .containsExactly(
            "NOTE fitted-prices: 2 of 2 (100.0 %) models have costs that a fixed price explains"
                + " (fitted, in USD per 1M tokens, input / output): large 3 / 15, small 0.2 / 0.4");
  }

  @Test
  void costsThatNoFixedPriceExplainsAreAWarning() {
    SplittableRandom random = new Seed(5).stream("tariffs");
    FloatMatrix costs =
        mapped((row, model, cost) -> model == 0 ? cost * (0.5 + random.nextDouble()) : cost);

    assertThat(findings(costs, null))
        .hasSize(2)
        .anyMatch(m -> m.startsWith("NOTE fitted-prices: 1 of 2 (50.0 %)"))
        .anyMatch(
            m ->
                m.startsWith(
                    "WARNING unexplained-costs: 1 of 2 (50.0 %) models have costs that no fixed"
                        + " price explains"));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 2", "2, 0", "0.05, 0.08", "15, 75"})
  void aFitFindsThePricesThoughAFifthOfTheCallsHasAnotherTariff(double input, double output) {
    TokenCounts tokens = tokens();
    FloatMatrix costs = tokens.costs(List.of(new Price(input, output), new Price(1, 1)));
    float[] mixed = costs.toArray();
    for (int row = 0; row < ROWS; row += 5) {
      mixed[row * 2] *= 3;
    }
    OutcomeTable outcomes = outcomes(FloatMatrix.wrap(ROWS, 2, mixed));

    PriceFit fit = PriceFit.of(ModelCalls.of(outcomes, tokens, 0));

    assertThat(fit.price().input()).isCloseTo(input, within(1e-3 * (input + output) + 1e-9));
    assertThat(fit.price().output()).isCloseTo(output, within(1e-3 * (input + output) + 1e-9));
    assertThat(fit.explained()).isEqualTo(input + output == 0 ? 1 : 0.8);
  }

  @Test
  void pricesThatCannotBeToldApartAreFittedAsOne() {
    float[] counts = new float[ROWS * 2];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = 100 + i;
    }
    FloatMatrix same = FloatMatrix.wrap(ROWS, 2, counts);
    TokenCounts tokens = new TokenCounts(same, same);
    OutcomeTable outcomes = outcomes(tokens.costs(PRICES));

    PriceFit fit = PriceFit.of(ModelCalls.of(outcomes, tokens, 0));

    assertThat(fit.price().input()).isEqualTo(fit.price().output()).isCloseTo(0.3, within(1e-6));
    assertThat(fit.isGood()).isTrue();
  }

  @Test
  void aNewerListWithOtherPricesIsNamedWithBoth() {
    ModelPool pool = ModelPool.of("gemma-2-9b-it", "qwen2.5-7b-instruct", "unlisted");
    SortedMap<String, Price> prices = new TreeMap<>();
    prices.put("gemma-2-9b-it", new Price(0.07, 0.08));
    prices.put("qwen2.5-7b-instruct", new Price(0.2, 0.1));
    prices.put("unlisted", new Price(1, 1));

    assertThat(OtherPrices.of(pool, prices))
        .singleElement()
        .hasToString(
            "NOTE: 1 of 3 (33.3 %) models have prices that are off by more than 20 % from the list"
                + " openrouter-2026-07-25 of 2026-07-25 (USD per 1M tokens, input / output, here →"
                + " there): qwen2.5-7b-instruct 0.2 / 0.1 → 0.04 / 0.1");
  }

  @Test
  void pricesThatCannotBeReadAreAWarning() {
    assertThat(findings(costs(), "{\"small\": 3}"))
        .anyMatch(m -> m.startsWith("WARNING unreadable-prices: the entry prices_usd_per_1m "))
        .anyMatch(m -> m.startsWith("NOTE fitted-prices"));
  }

  @Test
  void costsOfAnotherUnitAndFewCallsAreNotCompared() {
    assertThat(findings("seconds", mapped((row, model, cost) -> 10 * cost), OWN)).isEmpty();
    Benchmark all = benchmark("USD", mapped((row, model, cost) -> 10 * cost), OWN);
    assertThat(PriceAudit.of(all.selectRows(new int[] {0, 1, 2}))).isEmpty();
  }

  @Test
  void theCostsOfRouterArenaAreThoseOfItsPublishedPrices() {
    Benchmark benchmark =
        RoutingTableFolder.load(RealTables.folder("routerarena"), OutOfRangeScores.CLIP);

    assertThat(PriceAudit.of(benchmark))
        .singleElement()
        .asString()
        .endsWith("claude-3-haiku-20240307 0.25 / 1.25, gemini-2.0-flash-001 0.1 / 0.4");
  }

  /** Another cost of a call. */
  private interface Change {
    double of(int row, int model, double cost);
  }

  private static TokenCounts tokens() {
    SplittableRandom random = new Seed(1).stream("tokens");
    float[] input = new float[ROWS * 2];
    float[] output = new float[ROWS * 2];
    for (int i = 0; i < input.length; i++) {
      input[i] = 50 + random.nextInt(2000);
      output[i] = 20 + random.nextInt(800);
    }
    return new TokenCounts(FloatMatrix.wrap(ROWS, 2, input), FloatMatrix.wrap(ROWS, 2, output));
  }

  private static FloatMatrix costs() {
    return tokens().costs(PRICES);
  }

  private static FloatMatrix mapped(Change change) {
    float[] costs = costs().toArray();
    for (int i = 0; i < costs.length; i++) {
      costs[i] = (float) change.of(i / 2, i % 2, costs[i]);
    }
    return FloatMatrix.wrap(ROWS, 2, costs);
  }

  private static OutcomeTable outcomes(FloatMatrix costs) {
    return new OutcomeTable(POOL, FloatMatrix.wrap(ROWS, 2, new float[ROWS * 2]), costs);
  }

  private static Benchmark benchmark(String unit, FloatMatrix costs, String prices) {
    SortedMap<String, String> provenance = new TreeMap<>();
    if (prices != null) {
      provenance.put(Benchmark.PRICES, prices);
    }
    return new Benchmark(
        "prices",
        TestBenchmarks.queries(ROWS),
        outcomes(costs),
        unit,
        provenance,
        Optional.of(tokens()));
  }

  private static List<String> findings(FloatMatrix costs, String prices) {
    return findings("USD", costs, prices);
  }

  private static List<String> findings(String unit, FloatMatrix costs, String prices) {
    return PriceAudit.of(benchmark(unit, costs, prices)).stream()
        .map(finding -> finding.severity() + " " + finding.kind() + ": " + finding.message())
        .toList();
  }
}
