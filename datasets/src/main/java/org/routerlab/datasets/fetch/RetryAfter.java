package org.routerlab.datasets.fetch;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The wait that a server asks for. */
final class RetryAfter {

  private RetryAfter() {}

  /** Seconds, or a date, which is compared with the answer's own; zero where neither is said. */
  static Duration of(HttpHeaders headers) {
    String value = headers.firstValue("Retry-After").orElse("0").strip();
    if (value.matches("[0-9]{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      DateTimeFormatter format = DateTimeFormatter.RFC_1123_DATE_TIME;
      String now = headers.firstValue("Date").orElse(value);
      return Duration.between(ZonedDateTime.parse(now, format), ZonedDateTime.parse(value, format));
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }
}
