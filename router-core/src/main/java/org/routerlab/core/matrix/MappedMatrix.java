package org.routerlab.core.matrix;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A matrix in a memory-mapped file of little-endian floats, in blocks of whole rows below 2 GiB.
 */
final class MappedMatrix implements FloatMatrix {

  private static final long BLOCK_BYTES = 1L << 30;

  private final int rows;
  private final int columns;
  private final int rowsPerBlock;
  private final FloatBuffer[] blocks;

  private MappedMatrix(int rows, int columns, int rowsPerBlock, FloatBuffer[] blocks) {
    this.rows = rows;
    this.columns = columns;
    this.rowsPerBlock = rowsPerBlock;
    this.blocks = blocks;
  }

  static MappedMatrix open(Path file, int rows, int columns) throws IOException {
    return open(file, rows, columns, BLOCK_BYTES);
  }

  /** The same in blocks of at most {@code blockBytes}, or of one row. */
  static MappedMatrix open(Path file, int rows, int columns, long blockBytes) throws IOException {
    long rowBytes = (long) columns * Float.BYTES;
    int rowsPerBlock =
        (int) Math.max(1, Math.min(Integer.MAX_VALUE, blockBytes / Math.max(1, rowBytes)));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long expected = rows * rowBytes;
      if (channel.size() < expected) {
        throw new IOException(
            file + " must hold " + expected + " bytes but holds " + channel.size());
      }
      int count = (int) (((long) rows + rowsPerBlock - 1) / rowsPerBlock);
      FloatBuffer[] blocks = new FloatBuffer[count];
      for (int block = 0; block < count; block++) {
        long first = (long) block * rowsPerBlock;
        long size = Math.min(rowsPerBlock, rows - first) * rowBytes;
        blocks[block] =
            channel
                .map(FileChannel.MapMode.READ_ONLY, first * rowBytes, size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
      }
      return new MappedMatrix(rows, columns, rowsPerBlock, blocks);
    }
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public float get(int row, int column) {
    if (column < 0 || column >= columns) {
      throw new IndexOutOfBoundsException("column " + column + " of " + columns);
    }
    return blocks[row / rowsPerBlock].get(row % rowsPerBlock * columns + column);
  }

  @Override
  public void copyRow(int row, float[] destination, int offset) {
    // An absolute bulk read leaves the buffer's position alone, so threads can share it.
    blocks[row / rowsPerBlock].get(row % rowsPerBlock * columns, destination, offset, columns);
  }
}
