package org.routerlab.datasets.files;

import org.routerlab.core.BadDataException;

/**
 * Where something was read.
 *
 * @param where such as {@code record 3}; empty for the whole file
 */
public record Place(SourceFile file, String where) {

  /** The error that this place breaks a rule. */
  public BadDataException bad(String expected, String found) {
    return file.bad(where, expected, found);
  }
}
