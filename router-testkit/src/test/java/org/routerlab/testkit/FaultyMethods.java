package org.routerlab.testkit;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.routerlab.core.DecisionRouter;
import org.routerlab.core.Decisions;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.matrix.FloatMatrix;

/** Methods with one deliberate fault each. */
final class FaultyMethods {

  private FaultyMethods() {}

  /** Each fault, by the name of the check that has to catch it. */
  static Map<String, RoutingMethod> byCheck() {
    Map<String, RoutingMethod> faults = new TreeMap<>();
    faults.put("answers a query alike in any batch", new DependsOnTheBatch());
    faults.put("gives the same bits for the same seed", new RemembersTrainings());
    faults.put("gives the same bits after other trainings", new RemembersOtherPools());
    faults.put("gives the same bits beside other trainings", new TrainsInSharedMemory());
    faults.put("answers alike from several threads at once", new PredictsInSharedMemory());
    faults.put("answers alike whatever a query's id, dataset and tags", new LooksAtTheDataset());
    faults.put(
        "predicts a finite score for every model, or chooses inside the pool", new PredictsNan());
    faults.put("leaves its inputs unchanged", new ChangesItsInput());
    faults.put("answers alike when the pool is permuted", new FavoursTheFirstColumn());
    faults.put("beats the best single model", new MixesColumnsUp());
    faults.put("skips unobserved training scores", new CountsUnobserved());
    faults.put("answers equal queries alike", new LooksAtThePlaceInTheBatch());
    faults.put("works without costs", new NeedsCosts());
    faults.put("works without validation queries", new NeedsValidation());
    faults.put("works with a pool of one", new NeedsTwoModels());
    faults.put("answers an empty batch", new NeedsAQuery());
    faults.put("rejects a numeric hyper-parameter out of range by its name", new TakesAnyK(20));
    faults.put("survives a round trip through JSON", new ChangesWhenBuilt(1));
    faults.put("is a public record with value equality", new HoldsAnArray());
    faults.put("names its paper", new NamesNoPaper());
    faults.put("has a unique kebab-case name", new ShoutsItsName());
    return faults;
  }

  interface Faulty extends RoutingMethod {

    @Override
    default String name() {
      return "faulty";
    }

    @Override
    default Router train(RoutingData train, RoutingData validation, TrainingContext context) {
      ScoringRouter sound = new SoundMethod().trainOn(train);
      return (ScoringRouter) queries -> change(queries, sound.predict(queries), train);
    }

    default FloatMatrix change(
        EmbeddedQueries queries, FloatMatrix predictions, RoutingData train) {
      return predictions;
    }

    /** Rows × columns of a function of row and column. */
    static FloatMatrix map(FloatMatrix matrix, CellFunction function) {
      float[] values = matrix.toArray();
      for (int cell = 0; cell < values.length; cell++) {
        int row = cell / matrix.columns();
        values[cell] = function.apply(row, cell % matrix.columns(), values[cell]);
      }
      return FloatMatrix.wrap(matrix.rows(), matrix.columns(), values);
    }
  }

  interface CellFunction {
    float apply(int row, int column, float value);
  }

  public record DependsOnTheBatch() implements Faulty {
    @Override
    public FloatMatrix change(EmbeddedQueries queries, FloatMatrix predictions, RoutingData train) {
      return Faulty.map(predictions, (row, column, value) -> value / queries.size());
    }
  }

  public record RemembersTrainings() implements Faulty {
    private static final AtomicInteger TRAININGS = new AtomicInteger();

    @Override
    public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
      int count = TRAININGS.incrementAndGet();
      ScoringRouter sound = new SoundMethod().trainOn(train);
      return (ScoringRouter)
          queries -> Faulty.map(sound.predict(queries), (row, column, value) -> value + count);
    }
  }

  public record RemembersOtherPools() implements Faulty {
    private static final AtomicInteger LARGEST_SEED = new AtomicInteger();

    @Override
    public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
      int shift = LARGEST_SEED.accumulateAndGet((int) context.seed().value(), Math::max);
      ScoringRouter sound = new SoundMethod().trainOn(train);
      return (ScoringRouter)
          queries -> Faulty.map(sound.predict(queries), (row, column, value) -> value + shift);
    }
  }

  public record TrainsInSharedMemory() implements Faulty {
    private static final AtomicInteger TRAINERS = new AtomicInteger();

    @Override
    public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
      boolean alone = TRAINERS.getAndIncrement() == 0;
      pause(50);
      TRAINERS.decrementAndGet();
      return new SoundMethod().trainOn(alone ? train : validation);
    }
  }

  public record PredictsInSharedMemory() implements Faulty {
    @Override
    public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
      ScoringRouter sound = new SoundMethod().trainOn(train);
      AtomicInteger callers = new AtomicInteger();
      return (ScoringRouter)
          queries -> {
            int others = callers.getAndIncrement();
            pause(50);
            FloatMatrix predictions = sound.predict(queries);
            callers.decrementAndGet();
            return Faulty.map(predictions, (row, column, value) -> value + others);
          };
    }
  }

  public record LooksAtTheDataset() implements Faulty {
    @Override
    public FloatMatrix change(EmbeddedQueries queries, FloatMatrix predictions, RoutingData train) {
      return Faulty.map(
          predictions,
          (row, column, value) -> value + queries.queries().get(row).dataset().length());
    }
  }

  public record PredictsNan() implements Faulty {
    @Override
    public FloatMatrix change(EmbeddedQueries queries, FloatMatrix predictions, RoutingData train) {
      return Faulty.map(predictions, (row, column, value) -> row == 3 ? Float.NaN : value);
    }
  }

  public record ChangesItsInput() implements Faulty {
    @Override
    public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
      try {
        FloatMatrix embeddings = train.queries().embeddings();
        Field values = embeddings.getClass().getDeclaredField("values");
        values.setAccessible(true);
        ((float[]) values.get(embeddings))[0]++;
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("the fault no longer works", e);
      }
      return new SoundMethod().trainOn(train);
    }
  }

  public record FavoursTheFirstColumn() implements Faulty {
    @Override
    public FloatMatrix change(EmbeddedQueries queries, FloatMatrix predictions, RoutingData train) {
      return Faulty.map(predictions, (row, column, value) -> column == 0 ? value + 0.3f : value);
    }
  }

  public record MixesColumnsUp() implements Faulty {
    @Override
    public FloatMatrix change(EmbeddedQueries queries, FloatMatrix predictions, RoutingData train) {
      int models = predictions.columns();
      return Faulty.map(
          predictions, (row, column, value) -> predictions.get(row, (column + 1) % models));
    }
  }

  public record CountsUnobserved() implements Faulty {
    @Override
    public FloatMatrix change(EmbeddedQueries queries, FloatMatrix predictions, RoutingData train) {
      float[] sums = new float[predictions.columns()];
      for (int row = 0; row < train.size(); row++) {
        for (int model = 0; model < sums.length; model++) {
          sums[model] += train.outcomes().score(row, model);
        }
      }
      return Faulty.map(predictions, (row, column, value) -> value + sums[column]);
    }
  }

  public record LooksAtThePlaceInTheBatch() implements Faulty {
    @Override
    public FloatMatrix change(EmbeddedQueries queries, FloatMatrix predictions, RoutingData train) {
      return Faulty.map(predictions, (row, column, value) -> value + row);
    }
  }

  public record NeedsCosts() implements Faulty {
    @Override
    public FloatMatrix change(EmbeddedQueries queries, FloatMatrix predictions, RoutingData train) {
      float cost = train.outcomes().cost(0, 0);
      return Faulty.map(predictions, (row, column, value) -> value - cost);
    }
  }

  public record NeedsValidation() implements Faulty {
    @Override
    public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
      float first = validation.queries().embeddings().get(0, 0);
      return new SoundMethod(first > 2 ? 1 : 20).trainOn(train);
    }
  }

  public record NeedsTwoModels() implements Faulty {
    @Override
    public FloatMatrix change(EmbeddedQueries queries, FloatMatrix predictions, RoutingData train) {
      return Faulty.map(predictions, (row, column, value) -> value / (predictions.columns() - 1));
    }
  }

  public record NeedsAQuery() implements RoutingMethod {
    @Override
    public String name() {
      return "faulty";
    }

    @Override
    public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
      return (DecisionRouter)
          queries -> {
            queries.queries().get(0);
            return Decisions.constant(queries.size(), 0);
          };
    }
  }

  public record TakesAnyK(int k) implements Faulty {}

  public record ChangesWhenBuilt(int k) implements Faulty {
    public ChangesWhenBuilt {
      k++;
    }
  }

  public record HoldsAnArray(int[] sizes) implements Faulty {
    public HoldsAnArray() {
      this(new int[] {1});
    }

    @Override
    public int[] sizes() {
      return sizes.clone();
    }
  }

  public record NamesNoPaper() implements Faulty {}

  public record ShoutsItsName() implements Faulty {
    @Override
    public String name() {
      return "FaultyMethod";
    }
  }

  private static void pause(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
