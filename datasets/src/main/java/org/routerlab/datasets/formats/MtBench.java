package org.routerlab.datasets.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.routerlab.datasets.files.Place;
import org.routerlab.datasets.files.Row;
import org.routerlab.datasets.files.Scan;
import org.routerlab.datasets.files.SourceFile;

/** MT-Bench in the layout of {@link RouteLlm}: questions of several turns, and a rating a turn. */
final class MtBench {

  private static final int BEST_RATING = 10;

  private final RouteLlmReader reader;
  private final Set<String> contaminated;
  private final Map<String, Question> questions = new LinkedHashMap<>();
  private final Map<Answer, Ratings> ratings = new LinkedHashMap<>();

  MtBench(RouteLlmReader reader, Set<String> contaminated) {
    this.reader = reader;
    this.contaminated = contaminated;
  }

  /** A question: its row, or -1 where it is left out, and how many turns it has. */
  private record Question(int row, int turns) {}

  private record Answer(String question, String model) {

    String name() {
      return "question " + question + ", " + model;
    }
  }

  /** The ratings of an answer by turn, null where there is none yet; and where the last one is. */
  private record Ratings(Double[] byTurn, Place place) {}

  void read(SourceFile questionFile, SourceFile judgements) {
    Scan.jsonLines(questionFile, "question_id", "category", "turns").forEach(this::addQuestion);
    Scan.jsonLines(judgements, "question_id", "model", "turn", "score").forEach(this::addRating);
    ratings.forEach(this::addScore);
  }

  private void addQuestion(Row row) {
    List<String> turns = new ArrayList<>();
    JsonNode listed = row.json("turns");
    for (JsonNode turn : listed) {
      if (turn.isTextual()) {
        turns.add(turn.asText());
      }
    }
    if (!listed.isArray() || listed.isEmpty() || turns.size() < listed.size()) {
      throw row.bad("turns", "a list of texts", SourceFile.quote(listed.toString()));
    }
    String id = row.text("question_id");
    boolean isListed = turns.stream().anyMatch(contaminated::contains);
    String text = String.join("\n\n", turns);
    if (text.isBlank()) {
      throw row.bad("turns", "texts", "blanks only");
    }
    int query =
        reader.add("mtbench-" + id, text, "mt_bench", row.text("category"), isListed, row.place());
    // A question that is left out has no row that would tell that it is there twice.
    if (questions.put(id, new Question(query, turns.size())) != null) {
      throw row.bad("question_id", "every question once", SourceFile.quote(id) + " again");
    }
  }

  private void addRating(Row row) {
    String id = row.text("question_id");
    Question question = questions.get(id);
    if (question == null) {
      throw row.bad("question_id", "a question of question.jsonl", SourceFile.quote(id));
    }
    double turn = row.number("turn");
    if (!(turn >= 1 && turn <= question.turns()) || turn != Math.rint(turn)) {
      throw row.bad("turn", "a turn from 1 to " + question.turns(), Double.toString(turn));
    }
    double rating = row.number("score");
    if (rating != -1 && !(rating >= 0 && rating <= BEST_RATING)) {
      throw row.bad("score", "a rating from 0 to 10, or -1 for none", Double.toString(rating));
    }
    Answer answer = new Answer(id, row.text("model"));
    Ratings earlier = ratings.get(answer);
    Double[] byTurn = earlier == null ? new Double[question.turns()] : earlier.byTurn();
    if (byTurn[(int) turn - 1] != null) {
      throw row.bad("turn", "one rating a question, model and turn", "another of " + answer.name());
    }
    byTurn[(int) turn - 1] = rating;
    ratings.put(answer, new Ratings(byTurn, row.place()));
  }

  private void addScore(Answer answer, Ratings given) {
    double sum = 0;
    int count = 0;
    for (int turn = 0; turn < given.byTurn().length; turn++) {
      Double rating = given.byTurn()[turn];
      if (rating == null) {
        String found = "none of turn " + (turn + 1) + " of " + answer.name();
        throw given.place().bad("a rating of every turn", found);
      }
      sum += rating < 0 ? 0 : rating;
      count += rating < 0 ? 0 : 1;
    }
    int row = questions.get(answer.question()).row();
    if (row >= 0 && count > 0) {
      int model = reader.recorder().model(answer.model());
      float score = (float) (sum / count / BEST_RATING);
      reader.recorder().score(row, model, score, given.place());
    }
  }
}
