package org.routerlab.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.Query;
import org.routerlab.core.RoutingData;
import org.routerlab.core.Seed;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.core.embedding.HashingEncoder;
import org.routerlab.datasets.SyntheticBenchmark;

/** Small synthetic tasks: five topics, a specialist each and two generalists. */
public final class RoutingTasks {

  /** The length of the embeddings. */
  public static final int DIMENSION = 64;

  private static final SyntheticBenchmark CONFIG = new SyntheticBenchmark().withQueries(800);
  private static final RoutingTask CLUSTERED = draw(CONFIG, new Seed(42));
  private static final RoutingTask OTHER =
      draw(CONFIG.withQueries(160).withModels(3, 1, 3), new Seed(7));

  private RoutingTasks() {}

  /** The task that every learning method should do well on: 400 + 100 + 300 queries, 7 models. */
  public static RoutingTask clustered() {
    return CLUSTERED;
  }

  /** A smaller task of another seed, other topics and another pool. */
  static RoutingTask other() {
    return OTHER;
  }

  /** A task drawn from {@code config}: half to train, an eighth to validate, the rest to test. */
  public static RoutingTask draw(SyntheticBenchmark config, Seed seed) {
    SyntheticBenchmark.Sample sample = config.generate(seed);
    Encoder encoder = new HashingEncoder(DIMENSION);
    List<Query> queries = sample.benchmark().queries();
    RoutingData all =
        new RoutingData(
            new EmbeddedQueries(queries, encoder.embed(sample.benchmark().texts())),
            sample.benchmark().outcomes());
    int train = all.size() / 2;
    int validation = all.size() / 8;
    int[] test = IntStream.range(train + validation, all.size()).toArray();
    return new RoutingTask(
        all.selectRows(IntStream.range(0, train).toArray()),
        all.selectRows(IntStream.range(train, train + validation).toArray()),
        all.selectRows(test),
        sample.optimalDecisions().selectRows(test),
        encoder);
  }

  /**
   * Example texts of each topic of {@link #clustered()}, none of which is in the task: utterances,
   * for methods that want them.
   *
   * @param perTopic how many a topic; at most 20
   */
  public static SortedMap<String, List<String>> utterances(int perTopic) {
    SortedMap<String, List<String>> byTopic = new TreeMap<>();
    for (Query query : CONFIG.withQueries(300).generate(new Seed(1)).benchmark().queries()) {
      List<String> texts = byTopic.computeIfAbsent(query.dataset(), topic -> new ArrayList<>());
      if (texts.size() < perTopic) {
        texts.add(query.text());
      }
    }
    return byTopic;
  }
}
