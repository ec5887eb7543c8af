package org.routerlab.datasets.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rule for names of files that come from outside: they stay below the folder they go to. */
final class RelativePath {

  /** What a path must be, for messages. */
  static final String RULE = "a path below the folder, without '..', '\\', ':' or a leading '/'";

  private RelativePath() {}

  /** The path with {@code /} between its parts and without empty ones and {@code .}, if allowed. */
  static Optional<String> of(String path) {
    if (path.startsWith("/") || !path.chars().allMatch(RelativePath::isHarmless)) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/")) {
      if (part.equals("..")) {
        return Optional.empty();
      }
      if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("/", parts));
  }

  /** Requires a path that is already as {@link #of} gives it. */
  static String require(String name, String path) {
    if (!of(path).equals(Optional.of(path))) {
      throw new IllegalArgumentException(name + " must be " + RULE + " but is '" + path + "'");
    }
    return path;
  }

  // A backslash or a colon climbs out, or names a drive or a stream, on Windows.
  private static boolean isHarmless(int character) {
    return character != '\\' && character != ':' && !Character.isISOControl(character);
  }
}
