package org.routerlab.core;

/** Says that input data breaks a rule, and where: source, place, what was expected and found. */
public final class BadDataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * One line for a person.
   *
   * @param source the file or address
   * @param place the line, record or field, such as {@code line 17}; empty for the whole source
   * @param expected the rule
   * @param found the offending value
   */
  public BadDataException(String source, String place, String expected, String found) {
    super(
        source
            + (place.isEmpty() ? "" : ", " + place)
            + ": expected "
            + expected
            + ", found "
            + found);
  }

  /** The same, with the error that showed it. */
  public BadDataException(
      String source, String place, String expected, String found, Throwable cause) {
    this(source, place, expected, found);
    initCause(cause);
  }
}
