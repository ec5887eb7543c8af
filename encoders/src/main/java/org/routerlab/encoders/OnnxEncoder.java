package org.routerlab.encoders;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.routerlab.core.Require;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.core.embedding.EncoderException;
import org.routerlab.core.embedding.EncoderIdentity;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * An encoder that runs an ONNX model in this process, on all processors.
 *
 * <p>The model is loaded at the first text; making the encoder and asking its identity only hashes
 * the files. In single precision a vector depends, to the bit, on the text alone: not on the batch,
 * the number of callers or the order. Another kind of processor may give other last bits.
 */
public final class OnnxEncoder implements Encoder, AutoCloseable {

  /** Texts tokenised at once: enough to find texts of like length, little enough to hold. */
  private static final int WINDOW = 1024;

  private final OnnxEncoderSpec spec;
  private final int callers;
  private EncoderIdentity identity;
  private Loaded loaded;

  /** An encoder by its specification; as many batches run at a time as there are processors. */
  public OnnxEncoder(OnnxEncoderSpec spec) {
    this(spec, Runtime.getRuntime().availableProcessors());
  }

  OnnxEncoder(OnnxEncoderSpec spec, int callers) {
    this.spec = spec;
    this.callers = Require.positive("callers", callers);
  }

  /** The two native parts. */
  private record Loaded(TextTokenizer tokenizer, OnnxModel model) {}

  @Override
  public synchronized EncoderIdentity identity() {
    if (identity == null) {
      Map<String, String> facts = new TreeMap<>();
      facts.put("kind", "onnx");
      facts.put("model-sha256", spec.model().sha256());
      facts.put("tokenizer-sha256", spec.tokenizer().sha256());
      facts.put("runtime", "onnxruntime " + OnnxModel.runtimeVersion());
      facts.put("pooling", spec.pooling().name().toLowerCase(Locale.ROOT));
      facts.put("prefix", spec.prefix());
      facts.put("max-length", Integer.toString(spec.maxLength()));
      facts.put("normalise", Boolean.toString(spec.normalise()));
      facts.put("precision", spec.precision());
      identity = EncoderIdentity.of(spec.name(), facts);
    }
    return identity;
  }

  @Override
  public int dimension() {
    return loaded().model().dimension();
  }

  @Override
  public FloatMatrix embed(List<String> texts) {
    Loaded parts = loaded();
    List<FloatMatrix> windows = new ArrayList<>();
    for (int start = 0; start < texts.size(); start += WINDOW) {
      windows.add(embed(parts, texts.subList(start, Math.min(texts.size(), start + WINDOW))));
    }
    return switch (windows.size()) {
      case 0 -> FloatMatrix.empty(parts.model().dimension());
      case 1 -> windows.get(0);
      default -> FloatMatrix.concatenate(windows);
    };
  }

  private FloatMatrix embed(Loaded parts, List<String> texts) {
    long[][] tokens = parts.tokenizer().encode(texts);
    List<int[]> batches = LengthBuckets.of(tokens, spec.batchSize());
    float[] values = new float[texts.size() * parts.model().dimension()];
    AtomicInteger next = new AtomicInteger();
    // Each caller takes the next batch; a batch writes to rows of its own.
    Runnable caller =
        () -> {
          for (int i = next.getAndIncrement(); i < batches.size(); i = next.getAndIncrement()) {
            parts.model().run(tokens, batches.get(i), values);
          }
        };
    inParallel(caller, Math.min(callers, batches.size()));
    return FloatMatrix.wrap(texts.size(), parts.model().dimension(), values);
  }

  private void inParallel(Runnable task, int threads) {
    if (threads == 1) {
      task.run();
      return;
    }
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        futures.add(executor.submit(task));
      }
      for (Future<?> future : futures) {
        future.get();
      }
    } catch (ExecutionException e) {
      throw new EncoderException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EncoderException("encoder " + spec.name() + ": interrupted", e);
    } finally {
      executor.shutdownNow();
    }
  }

  private synchronized Loaded loaded() {
    if (loaded == null) {
      TextTokenizer tokenizer = TextTokenizer.open(spec);
      loaded = new Loaded(tokenizer, OnnxModel.open(spec));
    }
    return loaded;
  }

  /** Frees the model; a later text loads it again. No other thread may be embedding. */
  @Override
  public synchronized void close() {
    if (loaded != null) {
      loaded.model().close();
      loaded.tokenizer().close();
      loaded = null;
    }
  }
}
