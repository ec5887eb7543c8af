package org.routerlab.datasets.formats;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.routerlab.datasets.files.SourceFile;

/** Where the files of {@link LlmRouter} lie: in one folder, or as in the repository. */
record LlmRouterFiles(Path folder) {

  static final List<String> SPLITS = List.of("train", "test");

  boolean hasRouting() {
    return SPLITS.stream().anyMatch(split -> routing(split).isPresent());
  }

  Optional<SourceFile> routing(String split) {
    return SourceFile.find(folder, routingNames(split));
  }

  /** A routing file that must be there. */
  SourceFile anyRouting() {
    return routing("train").orElseGet(() -> SourceFile.require(folder, routingNames("test")));
  }

  /** Whether there is a file of that split in RouterDC's layout, or of its queries. */
  boolean hasScores(String split) {
    return SourceFile.find(folder, scoreNames(split)).isPresent()
        || SourceFile.find(folder, queryNames(split)).isPresent();
  }

  SourceFile scores(String split) {
    return SourceFile.require(folder, scoreNames(split));
  }

  SourceFile queries(String split) {
    return SourceFile.require(folder, queryNames(split));
  }

  ListedPrices prices() {
    SourceFile file =
        SourceFile.require(
            folder, "default_llm.json", "example_data/llm_candidates/default_llm.json");
    return ListedPrices.read(file, "input_price", "output_price");
  }

  private static String[] routingNames(String split) {
    String name = "default_routing_" + split + "_data.jsonl";
    return new String[] {name, "default_data/" + name, "example_data/routing_data/" + name};
  }

  private static String[] scoreNames(String split) {
    return new String[] {"dcrouter_" + split + ".json", "dcrouter_preprocessed/" + split + ".json"};
  }

  private static String[] queryNames(String split) {
    String name = "default_query_" + split + ".jsonl";
    return new String[] {name, "example_data/query_data/" + name};
  }
}
