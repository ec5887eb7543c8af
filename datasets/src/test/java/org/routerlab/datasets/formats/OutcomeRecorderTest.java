package org.routerlab.datasets.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Query;
import org.routerlab.datasets.files.Place;
import org.routerlab.datasets.files.SourceFile;

class OutcomeRecorderTest {

  private static final Place PLACE = new Place(new SourceFile(Path.of("t.csv")), "record 3");

  private final OutcomeRecorder recorder = new OutcomeRecorder();

  @ParameterizedTest
  @ValueSource(strings = {"", " a", "a\n", "a\nb"})
  void anIdIsOneLineWithoutOuterBlanks(String id) {
    assertThatThrownBy(() -> recorder.add(new Query(id, "text", "all"), PLACE))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith(
            "t.csv, record 3: expected an id of one line without outer blanks, found '");
  }

  @Test
  void aQueryMayGetAnotherText() {
    recorder.add(new Query("q", "one line", "d", Map.of("split", "train")), PLACE);

    recorder.reword(0, "one\nline");

    assertThat(recorder.query(0))
        .isEqualTo(new Query("q", "one\nline", "d", Map.of("split", "train")));
  }
}
