package org.routerlab.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Entries as lines: the name in a column of its own, then the other values. */
final class EntryText {

  private EntryText() {}

  static String of(String title, List<Map<String, String>> entries) {
    int width = entries.stream().mapToInt(entry -> entry.get("name").length()).max().orElse(0);
    StringBuilder text = new StringBuilder(title).append('\n');
    for (Map<String, String> entry : entries) {
      List<String> rest = new ArrayList<>(entry.values());
      String name = rest.remove(0);
      String line =
          String.format(Locale.ROOT, "  %-" + Math.max(1, width) + "s  ", name)
              + String.join("; ", rest);
      text.append(line.stripTrailing()).append('\n');
    }
    return text.append('\n').toString();
  }
}
