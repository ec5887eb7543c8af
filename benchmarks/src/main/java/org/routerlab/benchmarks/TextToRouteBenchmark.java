package org.routerlab.benchmarks;

import java.util.List;
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
import org.routerlab.encoders.Encoders;
import org.routerlab.semantic.RouteSet;
import org.routerlab.semantic.UtteranceIndex;
import org.routerlab.semantic.UtteranceSets;

/**
 * From the text of a query to its route among five routes of 64 utterances, the embedding not
 * cached, in milliseconds. Bind the process to one core to learn what one core does.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx1g", "--add-modules", "jdk.incubator.vector"})
public class TextToRouteBenchmark {

  /** The encoder. */
  @Param(Encoders.DEFAULT)
  public String encoder;

  /** The text, of 14 words. */
  @Param("Please help me find out why my C++ program ends with a segmentation fault")
  public String text;

  private Encoder model;
  private UtteranceIndex index;

  /** Loads the model and embeds the utterances. */
  @Setup
  public void prepare() {
    model = Encoders.create(encoder);
    index =
        UtteranceIndex.of(new RouteSet(UtteranceSets.routes("a2b", 64), 0, "general-chat"), model);
  }

  /** Embeds and routes one text. */
  @Benchmark
  public int route() {
    return index.choose(model.embed(List.of(text)).row(0));
  }
}
