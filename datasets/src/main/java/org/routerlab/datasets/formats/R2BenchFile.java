package org.routerlab.datasets.formats;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.routerlab.datasets.files.SourceFile;

/**
 * A file of R2-Bench: what one model answered within one budget.
 *
 * @param model its folder, such as {@code Qwen/Qwen3-0.6B}
 * @param budget the most tokens it was to write, or {@code unlimited}
 */
record R2BenchFile(SourceFile file, String model, String budget) {

  /** What a budget looks like. */
  static final String BUDGET = "[1-9]\\d{0,8}|unlimited";

  private static final String ENDING = "_judge.csv";
  private static final Pattern NAME = Pattern.compile("(" + BUDGET + ")" + ENDING);

  /** All files of the release or of its folder {@code data}, by model and growing budget. */
  static List<R2BenchFile> all(Path source) {
    return SourceFile.tree(source, ENDING).stream()
        .map(file -> of(source, file))
        .sorted(Comparator.comparing(R2BenchFile::model).thenComparingLong(R2BenchFile::tokens))
        .toList();
  }

  private static R2BenchFile of(Path source, SourceFile file) {
    Matcher name = NAME.matcher(file.name());
    if (!name.matches()) {
      throw file.bad("", "a name such as 100" + ENDING, file.name());
    }
    Path folder = source.relativize(file.path()).getParent();
    String model = folder == null ? "" : folder.toString().replace('\\', '/');
    model = model.startsWith("data/") ? model.substring("data/".length()) : model;
    if (model.isEmpty()) {
      throw file.bad("", "a folder ORG/MODEL above it", "none below " + source);
    }
    return new R2BenchFile(file, model, name.group(1));
  }

  /** Model and budget. */
  String pair() {
    return model + "@" + budget;
  }

  /** The model without its organisation. */
  String shortModel() {
    return model.substring(model.lastIndexOf('/') + 1);
  }

  /** Names, in a provenance, the pairs of these models and budgets that there is no file of. */
  static void noteUnpublished(List<R2BenchFile> files, Map<String, String> provenance) {
    List<String> pairs = files.stream().map(R2BenchFile::pair).toList();
    List<String> unpublished =
        files.stream()
            .map(R2BenchFile::model)
            .distinct()
            .flatMap(
                model ->
                    files.stream()
                        .sorted(Comparator.comparingLong(R2BenchFile::tokens))
                        .map(file -> model + "@" + file.budget)
                        .distinct())
            .filter(pair -> !pairs.contains(pair))
            .toList();
    if (!unpublished.isEmpty()) {
      provenance.put("pairs_without_file", String.join(", ", unpublished));
    }
  }

  private long tokens() {
    return budget.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(budget);
  }
}
