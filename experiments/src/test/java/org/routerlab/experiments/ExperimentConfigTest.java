package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Seed;
import org.routerlab.core.Split;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.Benchmarks;
import org.routerlab.datasets.Fractions;
import org.routerlab.datasets.Splits;
import org.routerlab.datasets.transform.DropTagged;

class ExperimentConfigTest {

  private static ExperimentConfig parse(String text) {
    return ShippedExperiments.parse("mine.yaml", text);
  }

  private static ExperimentConfig parseWith(String line) {
    return parse("name: mine\ndataset: a2b-mini\nrouters: [knn]\n" + line + "\n");
  }

  @Test
  void everyShippedExperimentCanBeRead() throws IOException {
    for (String name : ShippedExperiments.names()) {
      assertThat(ShippedExperiments.open(name).name()).isEqualTo(name);
    }
  }

  @Test
  void whatIsNotSaidTakesItsDefault() {
    ExperimentConfig config = parseWith("");
    assertThat(config.seeds()).containsExactly(42L);
    assertThat(config.lambdas()).containsExactly(0.0, 0.2, 0.5, 0.7, 0.9);
    assertThat(config.resamples()).isEqualTo(10_000);
    assertThat(config.split().train()).isEqualTo(0.6);
    assertThat(config.encoders()).hasSize(1);
  }

  @Test
  void theResolvedConfigurationReadsBackAsItself() throws IOException {
    for (String name : ShippedExperiments.names()) {
      ExperimentConfig config = ShippedExperiments.open(name);
      assertThat(parse(ShippedExperiments.toYaml(config))).isEqualTo(config);
    }
  }

  @Test
  void anUnknownKeyNamesTheNearestKnownOne() {
    assertThatThrownBy(() -> parseWith("seed: [1]"))
        .hasMessageStartingWith("mine.yaml: unknown key 'seed'; did you mean 'seeds'? known: [");
    assertThatThrownBy(() -> parseWith("split: {kind: random, tests: 1}"))
        .hasMessageStartingWith("mine.yaml.split: unknown key 'tests'; did you mean 'test'?");
    assertThatThrownBy(() -> parseWith("expect: [{router: knn, metrik: accuracy, value: 1}]"))
        .hasMessageStartingWith(
            "mine.yaml.expect[0]: unknown key 'metrik'; did you mean 'metric'?");
  }

  @Test
  void aRequiredKeyThatIsMissingIsNamed() {
    assertThatThrownBy(() -> parse("dataset: a2b-mini\nrouters: [knn]\n"))
        .hasMessage("mine.yaml: the key 'name' is required but missing");
    assertThatThrownBy(() -> parse("name: x\nrouters: [knn]\n"))
        .hasMessage("mine.yaml: the key 'dataset' is required but missing");
    assertThatThrownBy(() -> parse("name: x\ndataset: a2b-mini\n"))
        .hasMessageContaining("routers must name at least one router");
  }

  @Test
  void aValueOutOfRangeIsReportedWithItsRule() {
    assertThatThrownBy(() -> parseWith("lambdas: [0, 1.5]"))
        .hasMessage("mine.yaml: lambdas must be in [0.0, 1.0] but is 1.5");
    assertThatThrownBy(() -> parseWith("split: {train: 0.5, validation: 0.1, test: 0.1}"))
        .hasMessageContaining("split.train + validation + test must be 1");
    assertThatThrownBy(() -> parseWith("split: holdout"))
        .hasMessageContaining("unknown split kind 'holdout'; did you mean 'hold-out'?");
    assertThatThrownBy(() -> parseWith("select: {metric: accuracy, on: test}"))
        .hasMessageContaining("unknown part to select on 'test'");
    assertThatThrownBy(() -> parseWith("seeds: [1, 1]"))
        .hasMessageContaining("seeds must not repeat a value");
    assertThatThrownBy(() -> parse("name: ../x\ndataset: a\nrouters: [knn]"))
        .hasMessageContaining("it names a folder");
  }

  @Test
  void aValueOfAnotherTypeIsReportedWithItsKey() {
    assertThatThrownBy(() -> parseWith("seeds: [abc]"))
        .hasMessage("mine.yaml.seeds[0] must be a whole number but is \"abc\"");
    assertThatThrownBy(() -> parseWith("seeds: [1.5]"))
        .hasMessage("mine.yaml.seeds[0] must be a whole number but is 1.5");
    assertThatThrownBy(() -> parseWith("lambdas: [a]"))
        .hasMessage("mine.yaml.lambdas[0] must be a number but is \"a\"");
    assertThatThrownBy(() -> parse("name: x\ndataset: a\nrouters: knn\n"))
        .hasMessage("mine.yaml.routers must be a list but is \"knn\"");
    assertThatThrownBy(() -> parseWith("split: {train: [1]}"))
        .hasMessage("mine.yaml.split.train must be a number but is [1]");
  }

  @Test
  void aSplitWithoutASeedHasTheDefaultOne() {
    assertThat(parseWith("split: given").split().seed()).isEqualTo(42);
    assertThat(parseWith("split: {train: 0.5, test: 0.5}").split().seed()).isEqualTo(42);
  }

  @Test
  void aFileThatIsNoYamlIsNamedWithTheLine() {
    assertThatThrownBy(() -> parse("name: [unclosed\ndataset: x\n"))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith("mine.yaml, line ");
    assertThatThrownBy(() -> parse("")).isInstanceOf(BadDataException.class);
  }

  @Test
  void anUnknownExperimentNamesTheNearestShippedOne() {
    assertThatThrownBy(() -> ShippedExperiments.open("quikstart"))
        .hasMessageContaining("did you mean 'quickstart'?")
        .hasMessageContaining("or give the path of a .yaml file");
  }

  @Test
  void aSplitByGroupNeedsTheTagAndOthersRefuseIt() {
    assertThat(parseWith("split: {kind: by-group, by: source}").split().by()).isEqualTo("source");
    assertThat(parseWith("split: {kind: hold-out, by: source, holdOut: [x]}").split().by())
        .isEqualTo("source");
    assertThatThrownBy(() -> parseWith("split: {kind: by-group}"))
        .hasMessageContaining("split.by must name a tag when split.kind is by-group");
    assertThatThrownBy(() -> parseWith("split: {kind: random, by: source}"))
        .hasMessageContaining("but kind is random and by is source");
    assertThatThrownBy(() -> parseWith("split: {kind: by-group, by: source, holdOut: [x]}"))
        .hasMessageContaining("split.holdOut must name datasets exactly when");
  }

  @Test
  void noLabelsAtAllAreRefusedWithWhatToDoInstead() {
    assertThat(parseWith("variants: {few: [{labels: {each: 4, seed: 2}}]}").variants().get("few"))
        .singleElement()
        .satisfies(step -> assertThat(step.labels().each()).isEqualTo(4));
    assertThatThrownBy(() -> parseWith("variants: {none: [{labels: {each: 0}}]}"))
        .hasMessageContaining("labels.each must be at least 1 but is 0; what a router makes of no");
  }

  @Test
  void queriesAreDroppedByTheValueOfATagHoweverItIsWritten() {
    for (String value : List.of("true", "'true'", "\"true\"")) {
      TransformConfig step =
          parseWith("transforms: [{dropTagged: {tag: contaminated, value: " + value + "}}]")
              .transforms()
              .get(0);
      assertThat(step.dropTagged())
          .isEqualTo(new TransformConfig.DropTaggedConfig("contaminated", "true"));
      Benchmark benchmark = Benchmarks.open("a2b-mini", Path.of("."));
      Split split = Splits.random(benchmark, new Fractions(0.5, 0.2, 0.3), new Seed(1));
      assertThat(step.on(benchmark, split)).isEqualTo(new DropTagged("contaminated", "true"));
    }
    assertThatThrownBy(() -> parseWith("transforms: [{dropTagged: {tag: contaminated}}]"))
        .hasMessageContaining("dropTagged must have a tag and a value");
    assertThatThrownBy(() -> parseWith("transforms: [{dropTagged: {tags: contaminated}}]"))
        .hasMessageContaining("did you mean 'tag'?");
  }
}
