package org.routerlab.datasets;

import java.util.Objects;

/**
 * Something an {@link Audit} noticed.
 *
 * @param severity how much it matters
 * @param kind what it is about; of most kinds there is one finding at most
 * @param message one line with the numbers
 */
public record Finding(Severity severity, FindingKind kind, String message) {

  /** Rejects nulls. */
  public Finding {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(message, "message");
  }

  static Finding note(FindingKind kind, String message) {
    return new Finding(Severity.NOTE, kind, message);
  }

  static Finding warning(FindingKind kind, String message) {
    return new Finding(Severity.WARNING, kind, message);
  }

  static Finding grave(FindingKind kind, String message) {
    return new Finding(Severity.GRAVE, kind, message);
  }

  /** Such as {@code WARNING: 3 model columns are constant}. */
  @Override
  public String toString() {
    return severity + ": " + message;
  }
}
