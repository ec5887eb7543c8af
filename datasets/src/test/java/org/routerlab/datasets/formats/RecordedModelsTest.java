package org.routerlab.datasets.formats;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.files.Place;
import org.routerlab.datasets.files.SourceFile;

class RecordedModelsTest {

  private final SourceFile file = new SourceFile(Path.of("t.json"));
  private final Place place = new Place(file, "record 1");
  private final OutcomeRecorder recorder = new OutcomeRecorder();

  @ParameterizedTest
  @ValueSource(strings = {" ", "a\nb", "", " a"})
  void aModelThatIsNoLineWithoutOuterBlanks(String model) {
    recorder.add(new Query("q", "Why?", "d"), place);
    recorder.model("good");
    recorder.model(model);

    assertThatThrownBy(() -> recorder.finish("t", file, Benchmark.NO_COSTS, Map.of()))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith("t.json: expected names of models of one line");
  }

  @Test
  void aSecondScoreOfAModelOnAQuery() {
    int row = recorder.add(new Query("q", "Why?", "d"), place);
    int model = recorder.model("m");
    recorder.score(row, model, 0.5f, place);

    assertThatThrownBy(() -> recorder.score(row, model, 0.5f, place))
        .hasMessageEndingWith("found another for query 'q' and model 'm'");
  }
}
