package org.routerlab.datasets.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.routerlab.datasets.OutOfRangeScores;
import org.routerlab.datasets.files.Place;
import org.routerlab.datasets.files.Row;
import org.routerlab.datasets.files.Scan;
import org.routerlab.datasets.files.SourceFile;

/** The records of one result file of LLMRouterBench, without the models' answers. */
final class LlmRouterBenchRecords {

  /**
   * One query as one model answered it; NaN where the file does not say.
   *
   * @param number of the record in its file, from 1
   */
  record Answer(
      long number, String index, String text, float score, float cost, float input, float output) {}

  private final LlmRouterBenchFile source;
  private final String textField;
  private final OutOfRangeScores outOfRange;
  private final List<Answer> answers = new ArrayList<>();
  private final Set<String> indices = new HashSet<>();
  private final ScoreClip clip = new ScoreClip();
  private int unrecordedCosts;

  private LlmRouterBenchRecords(LlmRouterBenchFile source, LlmRouterBench format) {
    this.source = source;
    this.textField = format.text().field();
    this.outOfRange = format.outOfRange();
  }

  static LlmRouterBenchRecords read(LlmRouterBenchFile source, LlmRouterBench format) {
    LlmRouterBenchRecords records = new LlmRouterBenchRecords(source, format);
    Scan.jsonRecords(
            source.file(),
            "records",
            "index",
            records.textField,
            "score",
            "cost",
            "prompt_tokens",
            "completion_tokens")
        .forEach(records::add);
    return records;
  }

  private void add(Row row) {
    String index = row.text("index");
    if (!indices.add(index)) {
      throw row.bad("index", "every index once", SourceFile.quote(index) + " again");
    }
    float input = row.amount("prompt_tokens");
    float output = row.amount("completion_tokens");
    float cost = row.amount("cost");
    // The writer puts 0 where nothing was charged for or nothing was recorded; no answer is free.
    if (cost == 0 && output > 0) {
      cost = Float.NaN;
      unrecordedCosts++;
    }
    answers.add(new Answer(row.number(), index, text(row), score(row), cost, input, output));
  }

  private String text(Row row) {
    JsonNode text = row.json(textField);
    // A list of chat messages stays JSON, as in the authors' own reader.
    return text.isContainerNode() ? text.toString() : row.text(textField);
  }

  private float score(Row row) {
    return outOfRange == OutOfRangeScores.CLIP ? clip.of(row.number("score")) : row.score("score");
  }

  LlmRouterBenchFile source() {
    return source;
  }

  List<Answer> answers() {
    return answers;
  }

  Set<String> indices() {
    return indices;
  }

  Place place(Answer answer) {
    return new Place(source.file(), "record " + answer.number());
  }

  int clipped() {
    return clip.count();
  }

  int unrecordedCosts() {
    return unrecordedCosts;
  }
}
