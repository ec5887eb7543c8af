package org.routerlab.datasets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.routerlab.core.Query;

/**
 * The queries of one text, white space aside.
 *
 * @param text with every run of white space as one blank, none at the ends
 * @param dataset of its queries; the first by name where they differ
 * @param rows ascending
 */
public record TextGroup(String text, String dataset, List<Integer> rows) {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  /** Copies the rows. */
  public TextGroup {
    rows = List.copyOf(rows);
  }

  /** The groups of all queries, in the order of their first rows. */
  public static List<TextGroup> of(List<Query> queries) {
    Map<String, List<Integer>> rowsOfText = new LinkedHashMap<>();
    for (int row = 0; row < queries.size(); row++) {
      rowsOfText
          .computeIfAbsent(normalize(queries.get(row).text()), text -> new ArrayList<>(1))
          .add(row);
    }
    return rowsOfText.entrySet().stream()
        .map(group -> new TextGroup(group.getKey(), dataset(queries, group), group.getValue()))
        .toList();
  }

  /** The text with every run of white space as one blank, none at the ends. */
  public static String normalize(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  private static String dataset(List<Query> queries, Map.Entry<String, List<Integer>> group) {
    return group.getValue().stream()
        .map(row -> queries.get(row).dataset())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
