package org.routerlab.core.embedding;

/** Says that an encoder could not embed: unreachable, refused, or a wrong answer. */
public final class EncoderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** One line for a person: what was asked, what came, what to do. */
  public EncoderException(String message) {
    super(message);
  }

  /** The same, with the error that showed it. */
  public EncoderException(String message, Throwable cause) {
    super(message, cause);
  }
}
