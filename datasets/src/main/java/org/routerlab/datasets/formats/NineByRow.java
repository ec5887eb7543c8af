package org.routerlab.datasets.formats;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.routerlab.datasets.files.Place;
import org.routerlab.datasets.files.Row;
import org.routerlab.datasets.files.Scan;
import org.routerlab.datasets.files.SourceFile;

/** A row of {@link NineBy}, whose columns may be missing in some of its kinds of files. */
record NineByRow(Row row) {

  static final List<String> QUERY_COLUMNS = List.of("query_id", "dataset", "split", "prompt");

  static final List<String> COLUMNS =
      List.of(
          "query_id",
          "dataset",
          "split",
          "prompt",
          "model",
          "label",
          "cost",
          "prompt_tokens",
          "completion_tokens",
          "success");

  private static final Map<String, String> SPLITS =
      Map.of("train", "train", "val", "validation", "validation", "validation", "test", "test");

  /** The wanted columns of a file that has them; other ones are never read. */
  static Scan scan(SourceFile file, List<String> wanted, List<String> required) {
    if (file.name().endsWith(".jsonl")) {
      return Scan.jsonLines(file, wanted.toArray(String[]::new));
    }
    Scan scan = Scan.table(file).requiring(required.toArray(String[]::new));
    return scan.only(wanted.stream().filter(scan.columns()::contains).toList());
  }

  Place place() {
    return row.place();
  }

  /** A text that must be there. */
  String text(String column) {
    return row.text(column);
  }

  /** The text, where there is the column, and a text in it. */
  Optional<String> optionalText(String column) {
    return row.hasColumn(column)
        ? row.optionalText(column).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** A number of at least 0; NaN where there is no column or nothing in it. */
  float amount(String column) {
    return row.hasColumn(column) ? row.amount(column) : Float.NaN;
  }

  /** The split, by the name that RouterLab has for it. */
  Optional<String> split() {
    return optionalText("split")
        .map(
            name ->
                Optional.ofNullable(SPLITS.get(name))
                    .orElseThrow(
                        () ->
                            row.bad(
                                "split",
                                "train, validation (or val) or test",
                                SourceFile.quote(name))));
  }

  /** 0 or 1; NaN where there is none. */
  float label() {
    float label = row.score("label");
    if (label != 0 && label != 1 && !Float.isNaN(label)) {
      throw row.bad("label", "0 or 1", Float.toString(label));
    }
    return label;
  }

  /** Whether the call came through, as it did where nothing is said. */
  boolean succeeded() {
    String success = optionalText("success").orElse("true");
    return switch (success) {
      case "true", "True", "1" -> true;
      case "false", "False", "0" -> false;
      default -> throw row.bad("success", "true or false", SourceFile.quote(success));
    };
  }
}
