package org.routerlab.eval;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.routerlab.core.ModelPool;
import org.routerlab.core.ModelRanking;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.Require;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * The test queries with their recorded outcomes, and what the training outcomes tell about the
 * pool: what routers are evaluated on.
 *
 * <p>It holds the complete rows only, those on which every model was observed; rows here are
 * numbered among them. Training outcomes give the ranking (ties, best single), the mean costs that
 * decisions are made with and the bounds of the cost scale; nothing a router decides by comes from
 * test outcomes.
 */
public final class TestSet {

  private final TrainFacts train;
  private final CostScale scale;
  private final List<Query> allQueries;
  private final OutcomeTable given;
  private final int[] givenRows;
  private final List<Query> queries;
  private final int missingCosts;
  private final float[] scores;
  private final float[] costs;
  private final List<QuerySubset> subsets;

  private TestSet(TrainFacts train, CostScale scale, List<Query> all, OutcomeTable given) {
    this.train = train;
    this.scale = scale;
    this.allQueries = List.copyOf(all);
    this.given = given;
    this.givenRows = given.completeRows();
    this.queries = Arrays.stream(givenRows).mapToObj(all::get).toList();
    this.scores = given.scores().selectRows(givenRows).toArray();
    float[] recorded =
        given.hasCosts() ? given.costs().selectRows(givenRows).toArray() : new float[0];
    this.missingCosts = given.hasCosts() ? countRowsWithNaN(recorded) : givenRows.length;
    this.costs = missingCosts == 0 && train.hasCosts() ? recorded : new float[0];
    this.subsets = Strata.subsets(this);
  }

  /**
   * The complete rows of {@code test}, with costs scaled by {@link CostScale#TRAIN_MAX}.
   *
   * @param train the outcomes that routers were trained on, of the same pool; may be sparse
   * @param queries one a row of {@code test}
   * @param test queries × models
   * @throws IllegalArgumentException where pools or numbers of rows differ
   */
  public static TestSet of(OutcomeTable train, List<Query> queries, OutcomeTable test) {
    Require.equal("queries", queries.size(), "test outcome rows", test.size());
    if (!train.pool().equals(test.pool())) {
      throw new IllegalArgumentException(
          "train and test outcomes must be of one pool but are of "
              + train.pool().names()
              + " and "
              + test.pool().names());
    }
    return new TestSet(TrainFacts.of(train), CostScale.TRAIN_MAX, queries, test);
  }

  /** The same test set under another cost scale. */
  public TestSet withCostScale(CostScale newScale) {
    return new TestSet(train, Objects.requireNonNull(newScale, "scale"), allQueries, given);
  }

  /** The models, in column order. */
  public ModelPool pool() {
    return given.pool();
  }

  /** The number of complete rows. */
  public int size() {
    return givenRows.length;
  }

  /** How many of the given rows were left out because some model was not observed on them. */
  public int leftOut() {
    return given.size() - givenRows.length;
  }

  /** The number of rows given, complete or not: how many rows predictions must have. */
  public int given() {
    return given.size();
  }

  /** The complete rows as rows of the given table, ascending, as a new array. */
  public int[] givenRows() {
    return givenRows.clone();
  }

  /** The queries of the complete rows. */
  public List<Query> queries() {
    return queries;
  }

  /**
   * Whether {@code other} has the same queries, by id and in the same order, so that routers on
   * either can be compared query by query.
   */
  public boolean hasQueriesOf(TestSet other) {
    return ids().equals(other.ids());
  }

  private List<String> ids() {
    return queries.stream().map(Query::id).toList();
  }

  /** The order of the models on training outcomes: ties, and the best single model. */
  public ModelRanking ranking() {
    return train.ranking();
  }

  /** The mean training score of {@code model} in [0, 1]; NaN where it was never observed. */
  public double trainMean(int model) {
    return train.means()[model];
  }

  /** The recorded score of {@code model} on {@code row}, in [0, 1]. */
  public float score(int row, int model) {
    return scores[row * pool().size() + model];
  }

  /** Whether {@code model} answered {@code row} correctly: a score of at least 0.5. */
  public boolean isCorrect(int row, int model) {
    return score(row, model) >= OutcomeTable.CORRECT;
  }

  /**
   * Whether costs can be evaluated: every model has a mean cost on training queries, and every cost
   * of every complete row is known. Without costs, metrics of cost are absent.
   */
  public boolean hasCosts() {
    return costs.length > 0;
  }

  /** The number of complete rows on which some model's cost is unknown. */
  public int missingCosts() {
    return missingCosts;
  }

  /** The realised cost of {@code model} on {@code row}, in the unit of the table. */
  public float cost(int row, int model) {
    requireCosts();
    return costs[row * pool().size() + model];
  }

  /** The realised cost on the scale of scores. */
  public double scaledCost(int row, int model) {
    return scale.scaled(cost(row, model), train.minCost(), train.maxCost());
  }

  /** A cost, in the unit of the table, on the scale of scores. */
  public double scaled(double cost) {
    requireCosts();
    return scale.scaled(cost, train.minCost(), train.maxCost());
  }

  /** The mean training cost of {@code model}: what it is expected to cost at decision time. */
  public double trainMeanCost(int model) {
    requireCosts();
    return train.meanCosts()[model];
  }

  /** The mean training cost of {@code model} on the scale of scores. */
  public double scaledTrainMeanCost(int model) {
    return scale.scaled(trainMeanCost(model), train.minCost(), train.maxCost());
  }

  /** The budgets of a budget curve: the distinct mean training costs of the models, ascending. */
  public double[] budgets() {
    return IntStream.range(0, pool().size())
        .mapToDouble(this::trainMeanCost)
        .distinct()
        .sorted()
        .toArray();
  }

  /** The score of the oracle on {@code row}: the highest of any model. */
  public double oracleScore(int row) {
    double best = 0;
    for (int model = 0; model < pool().size(); model++) {
      best = Math.max(best, score(row, model));
    }
    return best;
  }

  /** The dataset names of the complete rows, sorted. */
  public List<String> datasets() {
    return queries.stream().map(Query::dataset).distinct().sorted().toList();
  }

  /**
   * The standing subsets: {@code hard}, {@code easy}, {@code unsolvable}, then {@code dataset/NAME}
   * sorted by name. Hard, easy and unsolvable are disjoint and cover all rows, and so do the
   * datasets.
   *
   * <p>A query is solvable where n ≥ 1 models are correct; it is hard where n = 1, or where n ≤
   * max(8, ⌈models / 2⌉) and the best single model on training outcomes is wrong; other solvable
   * queries are easy (Plateau, § 5.1).
   */
  public List<QuerySubset> subsets() {
    return subsets;
  }

  /** The standing subset called {@code name}. */
  public QuerySubset subset(String name) {
    List<String> known = subsets.stream().map(QuerySubset::name).toList();
    Require.known("subset", name, known);
    return subsets.get(known.indexOf(name));
  }

  /** A subset of the queries that {@code test} accepts, for instance by a tag. */
  public QuerySubset subset(String name, Predicate<Query> test) {
    return QuerySubset.of(name, size(), row -> test.test(queries.get(row)));
  }

  /** The complete rows of a matrix that has a row for every given one. */
  FloatMatrix completeRows(FloatMatrix matrix) {
    Require.equal("prediction rows", matrix.rows(), "given test queries", given.size());
    Require.equal("prediction columns", matrix.columns(), "models in the pool", pool().size());
    return leftOut() == 0 ? matrix : matrix.selectRows(givenRows);
  }

  private void requireCosts() {
    if (!hasCosts()) {
      throw new IllegalStateException(
          "this test set has no costs to evaluate; ask hasCosts() first");
    }
  }

  private int countRowsWithNaN(float[] values) {
    return (int)
        IntStream.range(0, size())
            .filter(
                row ->
                    IntStream.range(0, pool().size())
                        .anyMatch(model -> Float.isNaN(values[row * pool().size() + model])))
            .count();
  }
}
