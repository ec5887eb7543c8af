package org.routerlab.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.core.embedding.HashingEncoder;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.semantic.Aggregation;
import org.routerlab.semantic.Route;
import org.routerlab.semantic.RouteDecision;
import org.routerlab.semantic.RouteSet;
import org.routerlab.semantic.Similarity;
import org.routerlab.semantic.UtteranceIndex;
import org.routerlab.semantic.UtteranceSets;

/**
 * One decision of the semantic router among five routes of 64 utterances, given the embedding of
 * the query: 384 numbers, in microseconds.
 *
 * <p>What the numbers of an embedding are does not matter for the time, so they are hashed words.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx1g", "--add-modules", "jdk.incubator.vector"})
public class RouteBenchmark {

  private static final int QUERIES = 64;

  /** The length of an embedding. */
  @Param("384")
  public int columns;

  private UtteranceIndex index;
  private UtteranceIndex mean;
  private UtteranceIndex hybrid;
  private List<String> texts;
  private float[][] queries;
  private int next;

  /** Embeds the utterances and some queries made of words of theirs. */
  @Setup
  public void prepare() {
    Encoder encoder = new HashingEncoder(columns);
    List<Route> routes = UtteranceSets.routes("a2b", 64);
    index = UtteranceIndex.of(new RouteSet(routes, 0, "general-chat"), encoder);
    mean = index.with(rule(routes, 1));
    hybrid = index.with(rule(routes, 0.7));
    texts = texts(routes);
    FloatMatrix embeddings = encoder.embed(texts);
    queries = new float[QUERIES][];
    for (int i = 0; i < QUERIES; i++) {
      queries[i] = embeddings.row(i);
    }
  }

  private static RouteSet rule(List<Route> routes, double dense) {
    Similarity similarity = new Similarity(Aggregation.MEAN, 5, dense, 1.2, 0.75);
    return new RouteSet(routes, 0, "general-chat", false, similarity);
  }

  private static List<String> texts(List<Route> routes) {
    SplittableRandom random = new SplittableRandom(1);
    List<String> words = new ArrayList<>();
    routes.forEach(
        route -> route.utterances().forEach(text -> words.addAll(List.of(text.split(" ")))));
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      List<String> some = new ArrayList<>();
      for (int word = 0; word < 12; word++) {
        some.add(words.get(random.nextInt(words.size())));
      }
      texts.add(String.join(" ", some));
    }
    return texts;
  }

  private int query() {
    next = (next + 1) % QUERIES;
    return next;
  }

  /** The route of the highest cosine. */
  @Benchmark
  public int choose() {
    return index.choose(queries[query()]);
  }

  /** The same in a JVM without the vector module. */
  @Benchmark
  @Fork(
      value = 1,
      jvmArgs = {"-Xmx1g"})
  public int chooseScalar() {
    return index.choose(queries[query()]);
  }

  /** The route of the highest mean of five cosines. */
  @Benchmark
  public int chooseByMean() {
    return mean.choose(queries[query()]);
  }

  /** The same with common words. */
  @Benchmark
  public int chooseByWords() {
    int query = query();
    return hybrid.choose(texts.get(query), queries[query]);
  }

  /** The route of the highest cosine, and why. */
  @Benchmark
  public RouteDecision explain() {
    return index.explain(queries[query()], 3);
  }
}
