package org.routerlab.datasets;

import java.nio.file.Path;
import java.util.Optional;
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

  static final String USD = "USD";
  static final String TOKEN_USD = "USD (tokens × list price)";
  static final String OUTPUT_CHARACTERS = "output characters";
  static final String LIST_PRICE = "USD per 1M tokens (list price)";

  static final String USD_FILE = "cost_usd.csv";
  static final String CHARACTERS_FILE = "out_chars.csv";
  static final String OTHER_FILE = "costs.csv";

  private static final double TOKENS_A_PRICE = 1e6;

  /** A folder whose queries, models and meta data are known. */
  record Source(Path folder, QueryRows rows, ModelPool pool, FolderMeta meta) {

    private Optional<FloatMatrix> read(String name) {
      return TableFile.find(folder, name)
          .map(file -> ModelTable.read(file, rows, CellRule.AMOUNT, pool).values());
    }

    private FolderMeta.Price price(int model) {
      FolderMeta.Price price = meta.prices().get(pool.name(model));
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
  static Optional<RecordedCosts> find(Source source) {
    return source
        .read(USD_FILE)
        .map(values -> new RecordedCosts(values, USD))
        .or(() -> ofNamedUnit(source))
        .or(() -> ofTokens(source))
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

  private static Optional<RecordedCosts> ofTokens(Source source) {
    if (source.meta().prices().isEmpty()) {
      return Optional.empty();
    }
    Optional<FloatMatrix> input = source.read("input_tokens.csv");
    Optional<FloatMatrix> output = source.read("output_tokens.csv");
    return input.isEmpty() || output.isEmpty()
        ? Optional.empty()
        : Optional.of(new RecordedCosts(tokenCosts(source, input.get(), output.get()), TOKEN_USD));
  }

  private static FloatMatrix tokenCosts(Source source, FloatMatrix input, FloatMatrix output) {
    int models = source.pool().size();
    float[] costs = new float[input.rows() * models];
    for (int model = 0; model < models; model++) {
      FolderMeta.Price price = source.price(model);
      for (int row = 0; row < input.rows(); row++) {
        double total =
            input.get(row, model) * price.input() + output.get(row, model) * price.output();
        costs[row * models + model] = (float) (total / TOKENS_A_PRICE);
      }
    }
    return FloatMatrix.wrap(input.rows(), models, costs);
  }

  private static Optional<RecordedCosts> ofPrices(Source source) {
    if (source.meta().prices().isEmpty()) {
      return Optional.empty();
    }
    float[] means = new float[source.pool().size()];
    for (int model = 0; model < means.length; model++) {
      FolderMeta.Price price = source.price(model);
      means[model] = (float) ((price.input() + price.output()) / 2);
    }
    // Every row is a view of the one row there is.
    FloatMatrix values = FloatMatrix.of(means).selectRows(new int[source.rows().size()]);
    return Optional.of(new RecordedCosts(values, LIST_PRICE));
  }
}
