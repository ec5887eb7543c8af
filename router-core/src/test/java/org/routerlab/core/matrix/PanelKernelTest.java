package org.routerlab.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PanelKernelTest {

  private static final int QUERIES = PanelKernel.QUERIES;

  @Test
  void theScalarTwinGivesTheBitsOfTheVectorKernelOnTheSamePanels() {
    PanelKernel vector = PanelKernel.fastest();
    int width = vector.width();
    for (int columns : new int[] {0, 1, 7, 384, 1021}) {
      float[] tile = Matrices.random(columns, QUERIES, columns).toArray();
      float[] panel = Matrices.random(columns, width, columns + 1).toArray();
      float[] products = new float[QUERIES * width];
      float[] twin = new float[QUERIES * width];
      vector.multiply(tile, panel, 0, columns, products);
      // In two pieces, which must not change a bit either.
      new ScalarKernel(width).multiply(tile, panel, 0, columns / 3, twin);
      new ScalarKernel(width).multiply(tile, panel, columns / 3, columns, twin);
      assertThat(Matrices.bits(FloatMatrix.of(products)))
          .isEqualTo(Matrices.bits(FloatMatrix.of(twin)));
    }
  }

  @Test
  void oneProductAboveTheLimitIsSeenOnEveryPlace() {
    for (PanelKernel kernel : new PanelKernel[] {PanelKernel.fastest(), new ScalarKernel(4)}) {
      for (int place = 0; place < QUERIES * kernel.width(); place++) {
        float[] products = new float[QUERIES * kernel.width()];
        for (float value : new float[] {1.5f, Float.NaN, Float.POSITIVE_INFINITY}) {
          products[place] = value;
          for (int query = 0; query < QUERIES; query++) {
            assertThat(kernel.anyAbove(products, query, 1))
                .isEqualTo(query == place / kernel.width());
          }
        }
      }
    }
  }

  @Test
  void anEqualProductIsNotAboveTheLimitAndEveryProductIsAboveNaN() {
    for (PanelKernel kernel : new PanelKernel[] {PanelKernel.fastest(), new ScalarKernel(4)}) {
      float[] products = new float[QUERIES * kernel.width()];
      assertThat(kernel.anyAbove(products, 3, 0)).isFalse();
      assertThat(kernel.anyAbove(products, 3, -0f)).isFalse();
      assertThat(kernel.anyAbove(products, 3, Float.NaN)).isTrue();
    }
  }

  @Test
  void aScalarPanelIsAMultipleOfFourRows() {
    assertThatThrownBy(() -> new ScalarKernel(6)).hasMessageContaining("multiple of 4 but is 6");
    assertThatThrownBy(() -> new ScalarKernel(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
