package org.routerlab.datasets.fetch;

/** Says in one line why a benchmark could not be fetched, and what to do. */
public final class FetchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** One line for a person. */
  public FetchException(String message) {
    super(message);
  }

  /** The same, with the error that showed it. */
  public FetchException(String message, Throwable cause) {
    super(message, cause);
  }
}
