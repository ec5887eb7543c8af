package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.BadDataException;
import org.routerlab.core.DecisionRouter;
import org.routerlab.core.Decisions;
import org.routerlab.core.EmbeddedQueries;
import org.routerlab.core.ModelPool;
import org.routerlab.core.OutcomeTable;
import org.routerlab.core.Query;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.Seed;
import org.routerlab.core.TrainingContext;
import org.routerlab.core.embedding.HashingEncoder;
import org.routerlab.core.matrix.FloatMatrix;

class ExternalTest {

  private static final ModelPool POOL = ModelPool.of("small", "large");
  private static final EmbeddedQueries QUERIES =
      new EmbeddedQueries(
          List.of(new Query("q1", "one", "set"), new Query("2", "two", "set")),
          FloatMatrix.of(new float[][] {{1, 0}, {0, 1}}));
  private static final RoutingData DATA =
      new RoutingData(
          QUERIES, new OutcomeTable(POOL, FloatMatrix.of(new float[][] {{1, 0}, {0, 1}})));

  @TempDir private Path folder;

  @Test
  void decisionsAreFoundById() throws IOException {
    Router router = train("d.csv", "id,decision\nother,small\n2,small\nq1,large\n");

    assertThat(((DecisionRouter) router).route(QUERIES)).isEqualTo(Decisions.of(1, 0));
  }

  @Test
  void scoresDecideAndAreInTheOrderOfThePool() throws IOException {
    Router router = train("s.csv", "id,large,small\nq1,0.25,0.75\n2,1,0\n");

    ScoringRouter scoring = (ScoringRouter) router;
    assertThat(scoring.predict(QUERIES).toArray()).containsExactly(0.75f, 0.25f, 0, 1);
    assertThat(scoring.kind()).isEqualTo(ScoreKind.RANK);
  }

  @Test
  void predictionFilesOfRouterArenaAreRead() throws IOException {
    String json =
        """
        [{"global index": "q1", "prompt": "one", "prediction": "large", "cost": null},
         {"global index": 2, "prompt": "two", "prediction": "small", "generated_result": null}]
        """;

    assertThat(((DecisionRouter) train("r.json", json)).route(QUERIES))
        .isEqualTo(Decisions.of(1, 0));
  }

  @Test
  void jsonMayHoldScores() throws IOException {
    String json =
        """
        [{"id": "q1", "scores": {"small": 2, "large": 1}},
         {"id": "2", "scores": {"large": 4, "small": 3}}]
        """;

    assertThat(((ScoringRouter) train("s.json", json)).predict(QUERIES).toArray())
        .containsExactly(2, 1, 3, 4);
  }

  @Test
  void whatIsWrongIsNamedWithItsPlace() {
    refuses("a.csv", "id,decision\nq1,large\n", "a decision for query '2'");
    refuses("b.csv", "id,decision\nq1,large\n2,lrage\n", "line 3", "did you mean 'large'?");
    refuses("c.csv", "id,decision\nq1,large\nq1,small\n", "line 3", "'q1' as in line 2");
    refuses("d.csv", "id,decision\nq1\n", "line 2", "2 cells");
    refuses("e.csv", "id,small,large\nq1,1,NaN\n", "line 2", "a finite score");
    refuses("f.csv", "id,small\nq1,1\n2,0\n", "line 2", "a score of model 'large'");
    refuses("g.csv", "query,decision\nq1,large\n", "line 1", "a column id");
    refuses("m.csv", "id,small,small\nq1,1,0\n", "line 1", "every column once");
    refuses("h.json", "{\"q1\": \"large\"}", "a list of decisions");
    refuses("i.json", "[{\"id\": \"q1\"}]", "entry 1", "llm_selected");
    refuses("j.json", "[", "a list of decisions in JSON");
    refuses("k.txt", "q1 large", ".csv or .json");
    refuses("l.csv", "id,decision\n", "at least one decision");
  }

  @Test
  void theFileIsPartOfTheConfiguration() throws IOException {
    Path file = folder.resolve("d.csv");
    Files.writeString(file, "id,decision\nq1,large\n2,large\n");
    External before = external(file);
    Files.writeString(file, "id,decision\nq1,small\n2,small\n");

    assertThat(external(file)).isNotEqualTo(before);
    assertThatThrownBy(() -> train(before)).hasMessageContaining("must have the SHA-256");
  }

  @Test
  void aFileIsNeeded() {
    assertThatThrownBy(() -> train(new External()))
        .hasMessage("router 'external' needs the file of the decisions: with: { file: PATH }");
    assertThatThrownBy(() -> external(folder.resolve("none.csv")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must name a readable file");
  }

  private void refuses(String name, String content, String... parts) {
    assertThatThrownBy(
            () -> {
              Router router = train(name, content);
              if (router instanceof ScoringRouter scoring) {
                scoring.predict(QUERIES);
              } else {
                ((DecisionRouter) router).route(QUERIES);
              }
            })
        .as(name)
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining(name)
        .hasMessageContainingAll(parts);
  }

  private Router train(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, content);
    return train(external(file));
  }

  private static External external(Path file) {
    return new External(file.toString(), "", ScoreKind.RANK);
  }

  private static Router train(External external) {
    return external.train(DATA, DATA, new TrainingContext(new Seed(1), new HashingEncoder()));
  }
}
