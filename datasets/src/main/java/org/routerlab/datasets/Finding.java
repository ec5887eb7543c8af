package org.routerlab.datasets;

import java.util.Objects;

/**
 * Something an {@link Audit} noticed.
 *
 * @param severity how much it matters
 * @param message one line with the numbers
 */
public record Finding(Severity severity, String message) {

  /** Rejects nulls. */
  public Finding {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(message, "message");
  }

  static Finding note(String message) {
    return new Finding(Severity.NOTE, message);
  }

  static Finding warning(String message) {
    return new Finding(Severity.WARNING, message);
  }

  static Finding grave(String message) {
    return new Finding(Severity.GRAVE, message);
  }

  /** Such as {@code WARNING: 3 model columns are constant}. */
  @Override
  public String toString() {
    return severity + ": " + message;
  }
}
