package org.routerlab.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.routerlab.core.Require;

/**
 * How much a metric, such as accuracy, depends on the encoder of the queries, router by router.
 *
 * <p>All encoders of all routers are measured on the same resamples, so that what queries have in
 * common cancels from the spread. A standard deviation and a range are above 0 for encoders that
 * differ by chance alone, so that their intervals lean upwards. What rests on a value of NaN is
 * NaN. Source: Plateau (arXiv 2606.07587), § 4.2 with Figure 3 and Tables 1, 2 and 9 to 12, which
 * leave open whether deviations are of the sample; they are here.
 *
 * @param rows one a router, in the order in which routers first occur
 * @param meanDeviation the mean of the deviations of the routers that have one; NaN without any
 */
public record EncoderSpread(List<Row> rows, Estimate meanDeviation) {

  /**
   * A router on the embeddings of one encoder.
   *
   * @param router its name, the same for all encoders
   */
  public record Cell(String router, String encoder, RouterRuns runs) {}

  /**
   * A router over its encoders, in the unit of the metric.
   *
   * @param encoders in the order in which they were given
   * @param values of each of them
   * @param mean of the values, each encoder counting the same
   * @param deviation the standard deviation of the values, n − 1 in the denominator; NaN with one
   *     encoder
   * @param range the greatest less the least value; 0 with one encoder
   */
  public record Row(
      String router,
      List<String> encoders,
      List<Estimate> values,
      Estimate mean,
      Estimate deviation,
      Estimate range) {

    /** Copies the lists. */
    public Row {
      encoders = List.copyOf(encoders);
      values = List.copyOf(values);
    }
  }

  /** Copies the rows. */
  public EncoderSpread {
    rows = List.copyOf(rows);
  }

  /**
   * Measures routers on one test set by one metric.
   *
   * @param cells at least one; of one router and one encoder at most one, in any order
   * @throws IllegalArgumentException on a repeated router and encoder
   */
  public static EncoderSpread of(
      TestSet test, List<Cell> cells, Metric metric, Bootstrap bootstrap) {
    Require.positive("cells", cells.size());
    Map<String, List<Integer>> routers = group(cells);
    ColumnIndex index = new ColumnIndex();
    List<Integer> numbers = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    int[] ends = new int[cells.size() + 1];
    for (int cell = 0; cell < cells.size(); cell++) {
      readings.add(metric.reading(cells.get(cell).runs()));
      readings.get(cell).columns().forEach(each -> numbers.add(index.numberOf(each)));
      ends[cell + 1] = numbers.size();
    }
    int[] all = numbers.stream().mapToInt(Integer::intValue).toArray();
    Values values =
        (sums, counts, members) ->
            members.stream()
                .mapToDouble(
                    cell ->
                        readings
                            .get(cell)
                            .value()
                            .of(Arrays.copyOfRange(sums, ends[cell], ends[cell + 1]), counts))
                .toArray();
    List<Reading.Value> figures = new ArrayList<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      List<Integer> own = List.of(cell);
      figures.add((sums, counts) -> values.of(sums, counts, own)[0]);
    }
    for (List<Integer> members : routers.values()) {
      figures.add((sums, counts) -> mean(values.of(sums, counts, members)));
      figures.add((sums, counts) -> deviation(values.of(sums, counts, members)));
      figures.add((sums, counts) -> range(values.of(sums, counts, members)));
    }
    figures.add(
        (sums, counts) ->
            mean(
                routers.values().stream()
                    .mapToDouble(members -> deviation(values.of(sums, counts, members)))
                    .filter(deviation -> !Double.isNaN(deviation))
                    .toArray()));
    List<Statistic> statistics = figures.stream().map(each -> new Statistic(all, each)).toList();
    Resampled resampled = bootstrap.resample(test, statistics, index);
    List<Estimate> found = new ArrayList<>();
    for (int statistic = 0; statistic < statistics.size(); statistic++) {
      found.add(resampled.estimate(statistic, bootstrap.confidence(), metric.queries(test)));
    }
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, List<Integer>> router : routers.entrySet()) {
      int first = cells.size() + 3 * rows.size();
      List<Integer> members = router.getValue();
      rows.add(
          new Row(
              router.getKey(),
              members.stream().map(cell -> cells.get(cell).encoder()).toList(),
              members.stream().map(found::get).toList(),
              found.get(first),
              found.get(first + 1),
              found.get(first + 2)));
    }
    return new EncoderSpread(rows, found.get(found.size() - 1));
  }

  /** The places of the cells of every router. */
  private static Map<String, List<Integer>> group(List<Cell> cells) {
    Map<String, List<Integer>> routers = new LinkedHashMap<>();
    Set<List<String>> seen = new LinkedHashSet<>();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      if (!seen.add(List.of(cell.router(), cell.encoder()))) {
        throw new IllegalArgumentException(
            "each router and encoder may be given once but router "
                + cell.router()
                + " with encoder "
                + cell.encoder()
                + " is given twice");
      }
      routers.computeIfAbsent(cell.router(), name -> new ArrayList<>()).add(i);
    }
    return routers;
  }

  /** The metric's values of some cells, from the sums of all. */
  private interface Values {
    double[] of(double[] sums, int[] counts, List<Integer> members);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
  }

  private static double range(double[] values) {
    double least = Arrays.stream(values).min().orElse(Double.NaN);
    return Arrays.stream(values).max().orElse(Double.NaN) - least;
  }
}
