package org.routerlab.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FloatMatrixTest {

  private final FloatMatrix matrix =
      FloatMatrix.of(new float[] {1, 2, 3}, new float[] {4, 5, 6}, new float[] {7, 8, 9});

  @Test
  void rowsAndValuesComeBackAsGiven() {
    assertThat(matrix.rows()).isEqualTo(3);
    assertThat(matrix.columns()).isEqualTo(3);
    assertThat(matrix.get(1, 2)).isEqualTo(6);
    assertThat(matrix.row(2)).containsExactly(7, 8, 9);
    assertThat(matrix.toArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void aViewRepeatsAndReordersRows() {
    FloatMatrix view = matrix.selectRows(new int[] {2, 0, 2});
    assertThat(view.toArray()).containsExactly(7, 8, 9, 1, 2, 3, 7, 8, 9);
    assertThat(view.get(1, 0)).isEqualTo(1);
  }

  @Test
  void aViewOfAViewChoosesAmongTheChosen() {
    FloatMatrix view = matrix.selectRows(new int[] {2, 0}).selectRows(new int[] {1, 1, 0});
    assertThat(view.toArray()).containsExactly(1, 2, 3, 1, 2, 3, 7, 8, 9);
    assertThatThrownBy(() -> view.selectRows(new int[] {3}))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aViewDoesNotFollowLaterChangesOfItsRowNumbers() {
    int[] rows = {1};
    FloatMatrix view = matrix.selectRows(rows);
    rows[0] = 2;
    assertThat(view.get(0, 0)).isEqualTo(4);
  }

  @Test
  void partsAreStackedInOrder() {
    FloatMatrix view = matrix.selectRows(new int[] {1});
    assertThat(FloatMatrix.concatenate(List.of(view, FloatMatrix.empty(3), matrix)).toArray())
        .containsExactly(4, 5, 6, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThatThrownBy(() -> FloatMatrix.concatenate(List.of(view, FloatMatrix.empty(2))))
        .hasMessageContaining("columns of the first part but are 2 and 3");
  }

  @Test
  void wrongShapesAreRejected() {
    assertThatThrownBy(() -> FloatMatrix.wrap(2, 3, new float[5]))
        .hasMessageContaining("rows × columns but are 5 and 6");
    assertThatThrownBy(() -> FloatMatrix.of(new float[2], new float[1]))
        .hasMessageContaining("values in row 1");
    assertThatThrownBy(() -> matrix.get(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> matrix.get(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
