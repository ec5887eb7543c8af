package org.routerlab.datasets.fetch;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names in a folder, of which no two may be one on any file system: capitals and forms of
 * accents do not count.
 */
final class EntryNames {

  private record Name(String spelling, boolean folder) {}

  private final Map<String, Name> names = new HashMap<>();

  /**
   * Adds a path and the folders it lies in.
   *
   * @return the name in its way; empty where there is none. A folder may come again
   */
  Optional<String> add(String path, boolean folder) {
    for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      Optional<String> other = addOne(path.substring(0, end), true);
      if (other.isPresent()) {
        return other;
      }
    }
    return addOne(path, folder);
  }

  private Optional<String> addOne(String path, boolean folder) {
    String key = Normalizer.normalize(path, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    Name name = new Name(path, folder);
    Name before = names.putIfAbsent(key, name);
    return before == null || (folder && before.equals(name))
        ? Optional.empty()
        : Optional.of(before.spelling());
  }
}
