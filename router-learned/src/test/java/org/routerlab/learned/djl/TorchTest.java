package org.routerlab.learned.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class TorchTest {

  /** A Java number in the place of {@link Torch#number} is overwritten here. */
  @Test
  void aNumberOutlivesAGarbageCollectionBeforeTheWayBack() {
    for (int trial = 0; trial < 10; trial++) {
      try (NDManager manager = Torch.manager()) {
        NDArray leaf = Torch.array(manager, new float[] {1, 2}, new Shape(2));
        float[] gradient =
            Torch.gradients(
                    List.of(leaf),
                    () -> {
                      NDArray loss = leaf.div(Torch.number(leaf, 0.25)).sum();
                      System.gc();
                      for (int i = 0; i < 50; i++) {
                        ByteBuffer.allocateDirect(64).putLong(0, -1);
                      }
                      return loss;
                    })
                .get(0);
        assertThat(gradient).containsExactly(4, 4);
      }
    }
  }
}
