package org.routerlab.eval;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.routerlab.core.Require;

/**
 * The complete rows of a test set in groups that a resample draws whole.
 *
 * @param count how many groups there are
 * @param ofRow the number of each row's group; groups are numbered by their first rows
 */
record QueryGroups(int count, int[] ofRow) {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  /** Rows of equal text, every run of white space counting as one blank, as splits group them. */
  static QueryGroups byText(TestSet test) {
    return of(
        test.size(), row -> BLANKS.matcher(test.queries().get(row).text()).replaceAll(" ").strip());
  }

  /** Rows of one name; a name for every query given to the test set. */
  static QueryGroups byName(TestSet test, List<String> names) {
    Require.equal("groups", names.size(), "given test queries", test.given());
    int[] given = test.givenRows();
    return of(test.size(), row -> names.get(given[row]));
  }

  private static QueryGroups of(int size, IntFunction<String> name) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] ofRow = new int[size];
    Arrays.setAll(
        ofRow,
        row -> {
          int next = numbers.size();
          Integer known = numbers.putIfAbsent(name.apply(row), next);
          return known == null ? next : known;
        });
    return new QueryGroups(numbers.size(), ofRow);
  }
}
