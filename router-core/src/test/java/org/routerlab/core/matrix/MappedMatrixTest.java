package org.routerlab.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedMatrixTest {

  @TempDir Path folder;

  @Test
  void aFileComesBackAsWritten() throws IOException {
    FloatMatrix heap = Matrices.random(33, 7, 1);
    FloatMatrix mapped = FloatMatrix.map(write(heap), 33, 7);
    assertThat(mapped.rows()).isEqualTo(33);
    assertThat(mapped.columns()).isEqualTo(7);
    assertThat(Matrices.bits(mapped)).isEqualTo(Matrices.bits(heap));
    assertThat(mapped.get(32, 6)).isEqualTo(heap.get(32, 6));
    assertThatThrownBy(() -> mapped.get(0, 7)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void blocksOfAnySizeHoldWholeRows() throws IOException {
    FloatMatrix heap = Matrices.random(33, 7, 2);
    Path file = write(heap);
    for (long blockBytes : new long[] {1, 28, 29, 100, 28 * 33, 5000}) {
      FloatMatrix mapped = MappedMatrix.open(file, 33, 7, blockBytes);
      assertThat(Matrices.bits(mapped)).isEqualTo(Matrices.bits(heap));
      assertThat(mapped.get(20, 3)).isEqualTo(heap.get(20, 3));
    }
  }

  @Test
  void mappedAndHeapMatricesHaveTheSameProducts() throws IOException {
    FloatMatrix heap = Matrices.random(133, 31, 3);
    FloatMatrix mapped = FloatMatrix.map(write(heap), 133, 31);
    assertThat(Matrices.bits(Kernels.product(mapped, PackedMatrix.of(mapped))))
        .isEqualTo(Matrices.naiveProductBits(heap, heap));
    assertThat(Matrices.contents(Kernels.topK(mapped, PackedMatrix.of(mapped), 9), 133))
        .isEqualTo(Matrices.contents(Kernels.topK(heap, PackedMatrix.of(heap), 9), 133));
  }

  @Test
  void aLongerFileIsFineAndAShorterOneIsNot() throws IOException {
    Path file = write(Matrices.random(4, 3, 4));
    assertThat(FloatMatrix.map(file, 3, 3).rows()).isEqualTo(3);
    assertThatThrownBy(() -> FloatMatrix.map(file, 5, 3))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("must hold 60 bytes but holds 48");
    assertThatThrownBy(() -> FloatMatrix.map(folder.resolve("none"), 1, 1))
        .isInstanceOf(IOException.class);
  }

  @Test
  void emptyMatricesCanBeMapped() throws IOException {
    Path file = Files.createFile(folder.resolve("empty"));
    assertThat(FloatMatrix.map(file, 0, 5).toArray()).isEmpty();
    assertThat(FloatMatrix.map(file, 5, 0).toArray()).isEmpty();
  }

  private Path write(FloatMatrix matrix) throws IOException {
    float[] values = matrix.toArray();
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return Files.write(folder.resolve("matrix"), bytes.array());
  }
}
