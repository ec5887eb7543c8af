package org.routerlab.datasets.fetch;

import java.time.Duration;
import org.routerlab.core.Require;

/**
 * How often and how long a download is tried.
 *
 * @param attempts in a row that bring nothing new, at most
 * @param first the wait after the first of them; twice as long each time
 * @param longest no wait is longer; a server that asks for more is given up
 * @param stall a connection that brings nothing for so long counts as broken
 * @param progress bytes that an attempt must bring for the count to start anew
 */
public record Patience(
    int attempts, Duration first, Duration longest, Duration stall, long progress) {

  /** Six attempts, a second to start with, two minutes at most, a minute of silence, 1 MiB. */
  public static final Patience STANDARD =
      new Patience(6, Duration.ofSeconds(1), Duration.ofMinutes(2), Duration.ofMinutes(1), 1 << 20);

  /** Rejects no attempts. */
  public Patience {
    Require.positive("attempts", attempts);
  }

  /** The wait after that many attempts; not shorter than the server asked. */
  Duration wait(int attempt, Duration asked) {
    Duration own = first.multipliedBy(1L << Math.min(20, attempt - 1));
    Duration capped = own.compareTo(longest) <= 0 ? own : longest;
    return capped.compareTo(asked) >= 0 ? capped : asked;
  }
}
