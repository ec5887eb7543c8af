package org.routerlab.learned.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Supplier;

/**
 * The PyTorch engine, started on first use.
 *
 * <p>DJL's own gradient collector allows one training at a time in a process, so this class calls
 * the engine below it; gradients are recorded a thread at a time there.
 */
final class Torch {

  private Torch() {}

  /** Holds the engine, so that it starts when first needed. */
  private static final class Holder {
    static final Engine ENGINE = start();

    private static Engine start() {
      // Nothing may be downloaded or reported home; a setting of the user's own goes first.
      for (String flag : List.of("ai.djl.offline", "OPT_OUT_TRACKING")) {
        if (System.getProperty(flag) == null) {
          System.setProperty(flag, "true");
        }
      }
      return Engine.getEngine("PyTorch");
    }
  }

  /** A new manager on the CPU, to be closed by the caller. */
  static NDManager manager() {
    NDManager manager = Holder.ENGINE.newBaseManager(Device.cpu());
    // One thread an operation: its additions are then in the same order on any machine of a kind.
    // The setting belongs to the calling thread.
    JniUtils.setNumThreads(1);
    return manager;
  }

  /** An array of the engine's own memory with a copy of {@code values}. */
  static NDArray array(NDManager manager, float[] values, Shape shape) {
    int bytes = values.length * Float.BYTES;
    ByteBuffer buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    buffer.asFloatBuffer().put(values);
    // The engine aligns its own memory, Java does not; sums can depend on the alignment.
    try (NDArray borrowed = manager.create(buffer, shape, DataType.FLOAT32)) {
      return borrowed.duplicate();
    }
  }

  /**
   * A number to calculate with inside a loss.
   *
   * <p>Multiplying, dividing or comparing by a Java number there is unsafe: the engine keeps the
   * number for the way back in memory that Java may reclaim before.
   *
   * @param like in whose manager
   */
  static NDArray number(NDArray like, double value) {
    return array(like.getManager(), new float[] {(float) value}, new Shape());
  }

  /** A value times a number, to be differentiated; see {@link #number}. */
  static NDArray times(NDArray value, double number) {
    return value.mul(number(value, number));
  }

  /**
   * The gradients of a loss.
   *
   * @param leaves what to differentiate by
   * @param loss computes one number from the leaves, all in the manager of the first leaf
   * @return one a leaf, in its shape; 0 where the loss does not depend on the leaf
   */
  static List<float[]> gradients(List<NDArray> leaves, Supplier<NDArray> loss) {
    boolean before = JniUtils.isGradMode();
    JniUtils.setGradMode(true);
    try {
      leaves.forEach(leaf -> leaf.setRequiresGradient(true));
      NDArray value = loss.get();
      NDArray one = value.getManager().ones(value.getShape());
      JniUtils.backward((PtNDArray) value, (PtNDArray) one, false, false);
      return leaves.stream().map(Torch::gradient).toList();
    } finally {
      JniUtils.setGradMode(before);
    }
  }

  private static float[] gradient(NDArray leaf) {
    NDArray gradient = leaf.getGradient();
    return gradient == null ? new float[Math.toIntExact(leaf.size())] : gradient.toFloatArray();
  }
}
