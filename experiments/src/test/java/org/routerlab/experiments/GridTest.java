package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {

  private static final RouterRegistry REGISTRY = RouterRegistry.load();

  private static List<Grid.Configuration> expand(String router) {
    String text = "name: t\ndataset: a2b-mini\nrouters:\n  - " + router + "\n";
    return Grid.expand(ShippedExperiments.parse("t.yaml", text).routers().get(0), REGISTRY);
  }

  @Test
  void aRouterWithoutGridIsOneConfigurationUnderItsOwnName() {
    assertThat(expand("knn")).extracting(Grid.Configuration::label).containsExactly("knn");
  }

  @Test
  void everyCombinationIsOneConfigurationAndTheLastKeyVariesFastest() {
    assertThat(
            expand(
                "{use: mlp, label: net, grid: {hidden: [[8],[16,8]], training.learningRate: [0.1, 0.01]}}"))
        .extracting(Grid.Configuration::label)
        .containsExactly(
            "net{hidden=[8],training.learningRate=0.1}",
            "net{hidden=[8],training.learningRate=0.01}",
            "net{hidden=[16,8],training.learningRate=0.1}",
            "net{hidden=[16,8],training.learningRate=0.01}");
  }

  @Test
  void anUnknownRouterNamesTheNearestOne() {
    assertThatThrownBy(() -> expand("knnn"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown router 'knnn'; did you mean 'knn'?");
  }

  @Test
  void anUnknownHyperParameterNamesTheNearestOne() {
    assertThatThrownBy(() -> expand("{use: mlp, with: {training: {epoch: 3}}}"))
        .hasMessageContaining("router 'mlp'.training: unknown key 'epoch'; did you mean 'epochs'?");
  }

  @Test
  void aValueThatTheMethodRefusesIsReportedWithItsRule() {
    assertThatThrownBy(() -> expand("{use: knn, with: {k: 0}}"))
        .hasMessageContaining("router 'knn': k must be > 0 but is 0");
  }

  @Test
  void aNumberIsNotReadFromText() {
    assertThatThrownBy(() -> expand("{use: knn, with: {k: ten}}"))
        .hasMessageContaining("router 'knn'");
  }

  @Test
  void aGridAxisMustBeAList() {
    assertThatThrownBy(() -> expand("{use: knn, grid: {k: 5}}"))
        .hasMessageContaining("grid.k of router 'knn' must be a list of values to try but is 5");
  }

  @Test
  void aListOfGridsIsTheirConfigurationsOneGridAfterTheOther() {
    assertThat(
            expand(
                "{use: mlp, grid: [{hidden: [[8]], dropout: [0.1, 0.2]}, {}, {hidden: [[]], dropout:"
                    + " [0.0]}]}"))
        .extracting(Grid.Configuration::label)
        .containsExactly(
            "mlp{hidden=[8],dropout=0.1}",
            "mlp{hidden=[8],dropout=0.2}",
            "mlp",
            "mlp{hidden=[],dropout=0.0}");
  }

  @Test
  void aConfigurationInTwoGridsOfAListIsRefused() {
    assertThatThrownBy(() -> expand("{use: knn, grid: [{k: [3, 5]}, {k: [5]}]}"))
        .hasMessageContaining("the grid of router 'knn' must not try a configuration twice");
  }

  @Test
  void aListOfGridsMustHoldMaps() {
    assertThatThrownBy(() -> expand("{use: knn, grid: [{k: [3]}, 5]}"))
        .hasMessageContaining("every element of a list under grid must be a map but is 5");
    assertThatThrownBy(() -> expand("{use: knn, grid: []}"))
        .hasMessageContaining("grid must not be an empty list");
    assertThatThrownBy(() -> expand("{use: knn, grid: [{k: 5}]}"))
        .hasMessageContaining("grid.k of router 'knn' must be a list of values to try but is 5");
  }
}
