package org.routerlab.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Entries as lines: the name in a column of its own, then the other values. */
final class EntryText {

  /** What would not be understood without its name. */
  private static final Set<String> LABELLED = Set.of("choices", "format", "licence", "models");

  private EntryText() {}

  static String of(String title, List<Map<String, String>> entries) {
    int width = entries.stream().mapToInt(entry -> entry.get("name").length()).max().orElse(0);
    StringBuilder text = new StringBuilder(title).append('\n');
    for (Map<String, String> entry : entries) {
      List<String> rest = new ArrayList<>();
      entry.forEach((key, value) -> rest.add(LABELLED.contains(key) ? key + " " + value : value));
      String name = rest.remove(0);
      String line =
          String.format(Locale.ROOT, "  %-" + Math.max(1, width) + "s  ", name)
              + String.join("; ", rest);
      text.append(line.stripTrailing()).append('\n');
    }
    return text.append('\n').toString();
  }
}
