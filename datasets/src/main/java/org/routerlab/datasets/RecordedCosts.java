package org.routerlab.datasets;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.routerlab.core.BadDataException;
import org.routerlab.core.ModelPool;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * The costs of a folder: the first of its sources that it has.
 *
 * @param values queries × models, at least 0, NaN where unknown
 * @param unit what a cost of 1 is
 */
record RecordedCosts(FloatMatrix values, String unit) {

  static final String USD = Benchmark.USD;
  static final String TOKEN_USD = Benchmark.TOKEN_COSTS;
  static final String OUTPUT_CHARACTERS = Benchmark.OUTPUT_CHARACTERS;
  static final String LIST_PRICE = Benchmark.LIST_PRICE;

  static final String USD_FILE = "cost_usd.csv";
  static final String CHARACTERS_FILE = "out_chars.csv";
  static final String OTHER_FILE = "costs.csv";
  static final String INPUT_TOKENS_FILE = "input_tokens.csv";
  static final String OUTPUT_TOKENS_FILE = "output_tokens.csv";

  /** A folder whose queries, models and meta data are known. */
  record Source(Path folder, QueryRows rows, ModelPool pool, FolderMeta meta) {

    /** The recorded tokens; empty where one of the two files is missing. */
    Optional<TokenCounts> tokens() {
      Optional<FloatMatrix> input = read(INPUT_TOKENS_FILE);
      Optional<FloatMatrix> output = read(OUTPUT_TOKENS_FILE);
      return input.isEmpty() || output.isEmpty()
          ? Optional.empty()
          : Optional.of(new TokenCounts(input.get(), output.get()));
    }

    private Optional<FloatMatrix> read(String name) {
      return TableFile.find(folder, name)
          .map(file -> ModelTable.read(file, rows, CellRule.AMOUNT, pool).values());
    }

    private Price price(int model) {
      Price price = meta.prices().get(pool.name(model));
      if (price == null) {
        throw new BadDataException(
            folder.resolve(FolderMeta.FILE).toString(),
            "field " + FolderMeta.PRICES,
            "a price for every model",
            "none for '" + pool.name(model) + "'");
      }
      return price;
    }
  }

  /**
   * The costs by the first rule that applies: recorded US dollars, recorded costs of a named unit,
   * tokens × list prices, output characters, list prices alone; empty where none does.
   */
  static Optional<RecordedCosts> find(Source source, Optional<TokenCounts> tokens) {
    return source
        .read(USD_FILE)
        .map(values -> new RecordedCosts(values, USD))
        .or(() -> ofNamedUnit(source))
        .or(() -> tokens.filter(t -> !source.meta().prices().isEmpty()).map(t -> of(source, t)))
        .or(
            () ->
                source
                    .read(CHARACTERS_FILE)
                    .map(values -> new RecordedCosts(values, OUTPUT_CHARACTERS)))
        .or(() -> ofPrices(source));
  }

  private static Optional<RecordedCosts> ofNamedUnit(Source source) {
    return source
        .read(OTHER_FILE)
        .map(
            values ->
                new RecordedCosts(
                    values,
                    source
                        .meta()
                        .costUnit()
                        .orElseThrow(
                            () ->
                                new BadDataException(
                                    source.folder().resolve(FolderMeta.FILE).toString(),
                                    "field " + FolderMeta.COST_UNIT,
                                    "the unit of " + OTHER_FILE,
                                    "none"))));
  }

  private static RecordedCosts of(Source source, TokenCounts tokens) {
    List<Price> prices = IntStream.range(0, source.pool().size()).mapToObj(source::price).toList();
    return new RecordedCosts(tokens.costs(prices), TOKEN_USD);
  }

  private static Optional<RecordedCosts> ofPrices(Source source) {
    if (source.meta().prices().isEmpty()) {
      return Optional.empty();
    }
    float[] means = new float[source.pool().size()];
    for (int model = 0; model < means.length; model++) {
      Price price = source.price(model);
      means[model] = (float) ((price.input() + price.output()) / 2);
    }
    // Every row is a view of the one row there is.
    FloatMatrix values = FloatMatrix.of(means).selectRows(new int[source.rows().size()]);
    return Optional.of(new RecordedCosts(values, LIST_PRICE));
  }
}
