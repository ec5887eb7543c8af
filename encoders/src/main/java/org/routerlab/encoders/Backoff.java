package org.routerlab.encoders;

import java.time.Duration;

/**
 * How long to wait before a request is tried again: twice as long each time.
 *
 * @param attempts how often a request is sent at most
 * @param first the first wait
 * @param longest no wait is longer, whatever the server asks
 */
record Backoff(int attempts, Duration first, Duration longest) {

  /** Six attempts, half a second to start with: 15.5 seconds of waiting, or what servers ask. */
  static final Backoff STANDARD = new Backoff(6, Duration.ofMillis(500), Duration.ofSeconds(120));

  /** The wait after attempt {@code attempt}, counted from 1; not shorter than the server asked. */
  Duration wait(int attempt, Duration asked) {
    Duration own = first.multipliedBy(1L << Math.min(20, attempt - 1));
    Duration wait = own.compareTo(asked) >= 0 ? own : asked;
    return wait.compareTo(longest) <= 0 ? wait : longest;
  }
}
