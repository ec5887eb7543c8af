package org.routerlab.experiments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import org.routerlab.core.Split;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.datasets.Benchmark;
import org.routerlab.eval.TestSet;

/**
 * Where the numbers of a results folder come from, as JSON; no clock, so that it is reproducible.
 */
final class Provenance {

  private Provenance() {}

  static ObjectNode of(
      ExperimentConfig config, Workload workload, Collection<Encoder> encoders, TestSet test) {
    ObjectNode json = RecordBinder.JSON.createObjectNode();
    json.put("experiment", config.name());
    json.put("description", config.description());
    ObjectNode intervals = json.putObject("intervals");
    intervals.put("resamples", config.resamples());
    intervals.put("confidence", 0.95);
    Benchmark benchmark = workload.benchmark();
    ObjectNode data = json.putObject("dataset");
    data.put("name", benchmark.name());
    data.put("fingerprint", workload.fingerprint());
    data.put("queries", benchmark.queries().size());
    data.put("models", benchmark.outcomes().pool().size());
    data.put("costUnit", benchmark.costUnit());
    WholeTable whole = WholeTable.of(benchmark.outcomes());
    data.put("complete rows", whole.rows());
    data.put("best single on complete rows", whole.bestSingle());
    data.put("oracle on complete rows", whole.oracle());
    ObjectNode published = data.putObject("published");
    benchmark.provenance().forEach(published::put);
    Split split = workload.split();
    ObjectNode parts = json.putObject("split");
    parts.put("name", split.name());
    parts.put("train", split.train().length);
    parts.put("validation", split.validation().length);
    parts.put("test", split.test().length);
    parts.put("test queries left out (some model not observed)", test.leftOut());
    for (Encoder encoder : encoders) {
      ObjectNode facts = json.withObjectProperty("encoders").putObject(encoder.identity().name());
      facts.put("fingerprint", encoder.identity().fingerprint());
      for (Map.Entry<String, String> fact : encoder.identity().facts().entrySet()) {
        facts.put(fact.getKey(), fact.getValue());
      }
    }
    workload.findings().forEach(finding -> json.withArrayProperty("audit").add(finding.toString()));
    Platform.facts().forEach(json.putObject("platform")::put);
    return json;
  }
}
