package org.routerlab.datasets.formats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.routerlab.core.Query;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.Fractions;
import org.routerlab.datasets.SplitProtocol;
import org.routerlab.datasets.files.InOrder;
import org.routerlab.datasets.files.Place;
import org.routerlab.datasets.files.SourceFile;
import org.routerlab.datasets.formats.LlmRouterBenchRecords.Answer;

/** Reads one tree of LLMRouterBench: finds the runs, then records them part by part. */
final class LlmRouterBenchTree {

  private static final SplitProtocol PROTOCOL =
      new SplitProtocol(new Fractions(0.7, 0, 0.3), 42, "LLMRouterBench, baselines/data_loader.py");

  private final LlmRouterBench format;
  private final List<SourceFile> files;
  private final OutcomeRecorder recorder = new OutcomeRecorder();
  private final ScoreClip clip = new ScoreClip();
  private int unrecordedCosts;

  /** The first file of the current part, whose queries all others must have. */
  private LlmRouterBenchRecords first;

  LlmRouterBenchTree(LlmRouterBench format, Path source) {
    this.format = format;
    this.files = SourceFile.tree(source, ".json");
  }

  Benchmark read() {
    List<LlmRouterBenchFile> runs = new ArrayList<>();
    InOrder.forEach(files, LlmRouterBenchFile::of, runs::add);
    List<LlmRouterBenchFile> real = runs.stream().filter(run -> !run.demo()).toList();
    List<LlmRouterBenchFile> newest = LlmRouterBenchFile.newest(real);
    newest.stream().map(LlmRouterBenchFile::model).sorted().forEach(recorder::model);
    InOrder.forEach(newest, run -> LlmRouterBenchRecords.read(run, format), this::record);
    Map<String, String> provenance = new TreeMap<>();
    provenance.put("format", format.name());
    provenance.put("licence", "MIT by a badge of its README; no licence file");
    provenance.put("text", format.text().field());
    provenance.putAll(PROTOCOL.entry());
    count(provenance, LlmRouterBench.DEMO_RUNS, runs.size() - real.size());
    count(provenance, LlmRouterBench.OLDER_RUNS, real.size() - newest.size());
    count(provenance, LlmRouterBench.UNRECORDED_COSTS, unrecordedCosts);
    clip.note(provenance);
    return recorder.finish(format.name(), files.get(0), "USD", provenance);
  }

  private static void count(Map<String, String> provenance, String entry, int count) {
    if (count > 0) {
      provenance.put(entry, Integer.toString(count));
    }
  }

  private void record(LlmRouterBenchRecords records) {
    if (first == null || !first.source().isOfSamePart(records.source())) {
      first = records;
      first.answers().forEach(answer -> addQuery(records, answer));
    } else {
      requireSameQueries(records);
    }
    int model = recorder.model(records.source().model());
    for (Answer answer : records.answers()) {
      int row = recorder.row(id(records, answer));
      recorder.score(row, model, answer.score(), records.place(answer));
      recorder.cost(row, model, answer.cost());
      recorder.tokens(row, model, answer.input(), answer.output());
    }
    clip.add(records.clipped());
    unrecordedCosts += records.unrecordedCosts();
  }

  private void addQuery(LlmRouterBenchRecords records, Answer answer) {
    LlmRouterBenchFile run = records.source();
    Map<String, String> tags = Map.of("part", run.part());
    Query query = new Query(id(records, answer), answer.text(), run.dataset(), tags);
    recorder.add(query, records.place(answer));
  }

  private void requireSameQueries(LlmRouterBenchRecords records) {
    for (Answer answer : records.answers()) {
      Place place = records.place(answer);
      int row = recorder.row(id(records, answer));
      if (row < 0) {
        throw place.bad(
            "an index of " + first.source().file().path(), SourceFile.quote(answer.index()));
      }
      String text = recorder.query(row).text();
      if (!SameText.butForBlanks(text, answer.text())) {
        throw place.bad(
            "the text of index "
                + SourceFile.quote(answer.index())
                + " in "
                + first.source().file().path()
                + ", "
                + SourceFile.quote(text),
            SourceFile.quote(answer.text()));
      }
    }
    if (records.answers().size() < first.answers().size()) {
      Set<String> missing = new HashSet<>(first.indices());
      missing.removeAll(records.indices());
      String index =
          first.answers().stream()
              .map(Answer::index)
              .filter(missing::contains)
              .findFirst()
              .orElseThrow();
      throw records
          .source()
          .file()
          .bad(
              "",
              "a record for every index of " + first.source().file().path(),
              "none for "
                  + SourceFile.quote(index)
                  + (missing.size() == 1 ? "" : " and " + (missing.size() - 1) + " more"));
    }
  }

  private static String id(LlmRouterBenchRecords records, Answer answer) {
    LlmRouterBenchFile run = records.source();
    return run.dataset() + "-" + run.part() + "-" + answer.index();
  }
}
