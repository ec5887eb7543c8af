package org.routerlab.encoders;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.routerlab.core.embedding.EncoderException;

/**
 * A transformer in ONNX Runtime, from token ids to text vectors. Safe to share: every caller's run
 * uses one thread, so that callers do not compete and bits do not depend on their number.
 */
final class OnnxModel implements AutoCloseable {

  private static final String IDS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String TYPES = "token_type_ids";

  private final OnnxEncoderSpec spec;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String output;
  private final int dimension;

  private OnnxModel(OnnxEncoderSpec spec, OrtSession session, OrtEnvironment environment)
      throws OrtException {
    this.spec = spec;
    this.environment = environment;
    this.session = session;
    this.output = tokenVectors(session);
    requireInputs(session.getInputNames());
    TensorInfo info = (TensorInfo) session.getOutputInfo().get(output).getInfo();
    long[] shape = info.getShape();
    this.dimension = (int) shape[shape.length - 1];
    if (dimension <= 0) {
      throw new EncoderException(
          "encoder %s: the model's output %s must have a fixed dimension but has shape %s"
              .formatted(spec.name(), output, Arrays.toString(shape)));
    }
  }

  static OnnxModel open(OnnxEncoderSpec spec) {
    requireDeclaredPrecision(spec);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      // Errors come as exceptions; the native log on stderr would only repeat them.
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      Optional<Path> path = spec.model().path();
      OrtSession session =
          path.isPresent()
              ? environment.createSession(path.get().toString(), options)
              : environment.createSession(spec.model().read(), options);
      return new OnnxModel(spec, session, environment);
    } catch (OrtException e) {
      throw failure(spec, "cannot load the model " + spec.model(), e);
    }
  }

  /** The version of ONNX Runtime, which decides the last bits of a vector. */
  static String runtimeVersion() {
    return OrtEnvironment.getEnvironment().getVersion();
  }

  int dimension() {
    return dimension;
  }

  /** Writes the vectors of the given rows of {@code tokens} to the same rows of {@code values}. */
  void run(long[][] tokens, int[] rows, float[] values) {
    int length = 0;
    for (int row : rows) {
      length = Math.max(length, tokens[row].length);
    }
    Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    try {
      fillInputs(inputs, tokens, rows, length);
      try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
        float[] vectors = floats((OnnxTensor) result.get(0));
        for (int i = 0; i < rows.length; i++) {
          int start = i * length * dimension;
          pool(vectors, start, tokens[rows[i]].length, values, rows[i] * dimension);
        }
      }
    } catch (OrtException e) {
      throw failure(spec, "cannot embed texts of up to " + length + " tokens", e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private void fillInputs(Map<String, OnnxTensor> inputs, long[][] tokens, int[] rows, int length)
      throws OrtException {
    long[] ids = new long[rows.length * length];
    long[] mask = new long[ids.length];
    for (int i = 0; i < rows.length; i++) {
      long[] row = tokens[rows[i]];
      System.arraycopy(row, 0, ids, i * length, row.length);
      Arrays.fill(mask, i * length, i * length + row.length, 1);
    }
    long[] shape = {rows.length, length};
    inputs.put(IDS, OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape));
    inputs.put(MASK, OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape));
    if (session.getInputNames().contains(TYPES)) {
      LongBuffer types = LongBuffer.wrap(new long[ids.length]);
      inputs.put(TYPES, OnnxTensor.createTensor(environment, types, shape));
    }
  }

  private void pool(float[] vectors, int start, int tokens, float[] values, int target) {
    int pooled = spec.pooling() == Pooling.CLS ? 1 : tokens;
    double[] sums = new double[dimension];
    for (int token = 0; token < pooled; token++) {
      int offset = start + token * dimension;
      for (int i = 0; i < dimension; i++) {
        sums[i] += vectors[offset + i];
      }
    }
    double scale = 1.0 / pooled;
    if (spec.normalise()) {
      scale = UnitLength.scale(sums);
    }
    for (int i = 0; i < dimension; i++) {
      values[target + i] = (float) (sums[i] * scale);
    }
  }

  private static float[] floats(OnnxTensor tensor) {
    FloatBuffer buffer = tensor.getFloatBuffer();
    if (buffer.hasArray() && buffer.arrayOffset() == 0) {
      return buffer.array();
    }
    float[] copy = new float[buffer.remaining()];
    buffer.get(copy);
    return copy;
  }

  /** The output of texts × tokens × dimension: by its usual names, else the first of that form. */
  private String tokenVectors(OrtSession session) throws OrtException {
    Map<String, NodeInfo> outputs = session.getOutputInfo();
    for (String name : new String[] {"last_hidden_state", "token_embeddings"}) {
      if (outputs.containsKey(name)) {
        return name;
      }
    }
    for (Map.Entry<String, NodeInfo> candidate : new TreeMap<>(outputs).entrySet()) {
      if (candidate.getValue().getInfo() instanceof TensorInfo info
          && info.getShape().length == 3) {
        return candidate.getKey();
      }
    }
    throw new EncoderException(
        "encoder %s: the model must have an output of texts × tokens × dimension but has %s"
            .formatted(spec.name(), new TreeSet<>(outputs.keySet())));
  }

  /**
   * Otherwise a vector would depend on its batch, and the cache would keep it. For foreign files.
   */
  private static void requireDeclaredPrecision(OnnxEncoderSpec spec) {
    boolean foreign = spec.model().path().isPresent();
    if (foreign && spec.batchSize() > 1 && spec.model().contains("DynamicQuantizeLinear")) {
      throw new EncoderException(
          "encoder %s: precision must be int8, for %s quantises as it runs, but is %s"
              .formatted(spec.name(), spec.model(), spec.precision()));
    }
  }

  private void requireInputs(Set<String> names) {
    Set<String> unknown = new TreeSet<>(names);
    unknown.removeAll(Set.of(IDS, MASK, TYPES));
    if (!unknown.isEmpty() || !names.containsAll(Set.of(IDS, MASK))) {
      throw new EncoderException(
          "encoder %s: the model's inputs must be input_ids, attention_mask and perhaps"
                  .formatted(spec.name())
              + " token_type_ids but are "
              + new TreeSet<>(names));
    }
  }

  private static EncoderException failure(OnnxEncoderSpec spec, String what, OrtException e) {
    return new EncoderException("encoder " + spec.name() + ": " + what + ": " + e.getMessage(), e);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw failure(spec, "cannot close the model", e);
    }
  }
}
