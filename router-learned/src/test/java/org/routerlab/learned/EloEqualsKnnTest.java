package org.routerlab.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.Decisions;
import org.routerlab.core.RoutingData;
import org.routerlab.core.matrix.FloatMatrix;

class EloEqualsKnnTest {

  @Test
  void winRatesAndBradleyTerryOnTheNeighboursDecideAsKnn() {
    for (Elo.Mode mode : List.of(Elo.Mode.WIN_RATE, Elo.Mode.BT_MLE)) {
      for (int neighbors : new int[] {1, 4, 15, 60}) {
        for (long seed = 0; seed < 10; seed++) {
          RoutingData train = Task.noise(60, 8, 5, seed);
          RoutingData test = Task.noise(40, 8, 5, seed + 100);

          assertThat(Routed.decide(new Elo(mode, neighbors, 0, 32, 1), train, test))
              .as("%s on %d neighbours, seed %d", mode, neighbors, seed)
              .isEqualTo(Routed.decide(new Knn(neighbors), train, test));
        }
      }
    }
  }

  @Test
  void aPriorDecidesAsKnnUnlessKnnIsTied() {
    // Points differ by at least half the models where counts of correct answers do.
    RoutingData train = Task.noise(60, 8, 5, 1);
    RoutingData test = Task.noise(200, 8, 5, 2);
    FloatMatrix means = Routed.predict(new Knn(15), train, test);
    Decisions decisions = Routed.decide(new Elo(Elo.Mode.BT_MAP, 15, 0, 32, 1), train, test);
    for (int row = 0; row < test.size(); row++) {
      for (float mean : means.row(row)) {
        assertThat(means.get(row, decisions.model(row)))
            .as("row %d", row)
            .isGreaterThanOrEqualTo(mean);
      }
    }
  }
}
