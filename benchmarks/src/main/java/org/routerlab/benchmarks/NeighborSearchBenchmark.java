package org.routerlab.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.Kernels;
import org.routerlab.core.matrix.PackedMatrix;
import org.routerlab.core.matrix.TopK;

/**
 * Exact nearest neighbours by dot product, in queries per second: the 40 nearest of 100,000 vectors
 * of length 384.
 *
 * <p>A query costs 2 × rows × columns floating-point operations, 76.8 million with the defaults, so
 * 1,000 queries/s are 76.8 GFLOP/s.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx2g", "--add-modules", "jdk.incubator.vector"})
public class NeighborSearchBenchmark {

  private static final int BATCH = 1000;

  /** The number of vectors searched. */
  @Param("100000")
  public int rows;

  /** Their length. */
  @Param("384")
  public int columns;

  /** The number of neighbours. */
  @Param("40")
  public int k;

  private PackedMatrix index;
  private FloatMatrix batch;
  private FloatMatrix query;

  /** Draws unit vectors in random directions. */
  @Setup
  public void prepare() {
    SplittableRandom random = new SplittableRandom(1);
    index = PackedMatrix.of(unitVectors(random, rows, columns));
    batch = unitVectors(random, BATCH, columns);
    query = batch.selectRows(new int[] {0});
  }

  private static FloatMatrix unitVectors(SplittableRandom random, int rows, int columns) {
    float[] values = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      double squares = 0;
      for (int i = row * columns; i < (row + 1) * columns; i++) {
        values[i] = (float) random.nextDouble(-1, 1);
        squares += values[i] * values[i];
      }
      for (int i = row * columns; i < (row + 1) * columns; i++) {
        values[i] /= (float) Math.sqrt(squares);
      }
    }
    return FloatMatrix.wrap(rows, columns, values);
  }

  /** Batches of 1,000 queries. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public TopK batch() {
    return Kernels.topK(batch, index, k);
  }

  /** The same in a JVM without the vector module. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  @Fork(
      value = 1,
      jvmArgs = {"-Xmx2g"})
  public TopK batchScalar() {
    return Kernels.topK(batch, index, k);
  }

  /** One query at a time, as a server gets them. */
  @Benchmark
  public TopK single() {
    return Kernels.topK(query, index, k);
  }
}
