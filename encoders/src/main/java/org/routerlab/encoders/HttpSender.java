package org.routerlab.encoders;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.routerlab.core.embedding.EncoderException;

/**
 * Posts requests to an endpoint until one succeeds or there is no hope.
 *
 * <p>Tried again, after a wait that doubles: no connection, a connection that breaks, no whole
 * answer in time, and the status codes 408, 429 and 5xx, for which a {@code Retry-After} is heeded.
 * Any other status is final. The API key goes into the request's header and nowhere else; should a
 * server repeat it, it is blotted out of the message. Redirections are not followed, lest the key
 * goes elsewhere.
 */
final class HttpSender {

  private static final int EXCERPT = 200;

  private final String name;
  private final HttpEndpoint endpoint;
  private final UnaryOperator<String> environment;
  private final Backoff backoff;
  private final Duration timeout;
  private final HttpClient client;

  HttpSender(
      String name, HttpEndpoint endpoint, UnaryOperator<String> environment, Backoff backoff) {
    this.name = name;
    this.endpoint = endpoint;
    this.environment = environment;
    this.backoff = backoff;
    this.timeout = Duration.ofSeconds(endpoint.timeoutSeconds());
    // HTTP/1.1: many servers answer the attempt to upgrade an unencrypted connection wrongly.
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .build();
  }

  /**
   * The body of the first good answer.
   *
   * @throws EncoderException where there is none
   */
  byte[] send(byte[] body) {
    HttpRequest request = request(body);
    String trouble = "";
    for (int attempt = 1; attempt <= backoff.attempts(); attempt++) {
      Duration asked = Duration.ZERO;
      try {
        HttpResponse<byte[]> response = exchange(request);
        int status = response.statusCode();
        if (status == 200) {
          return response.body();
        }
        trouble = "status " + status + ": " + excerpt(response.body());
        if (status != 408 && status != 429 && status < 500) {
          throw failure(trouble);
        }
        asked = retryAfter(response.headers());
      } catch (IOException e) {
        trouble = e.toString();
      }
      if (attempt < backoff.attempts()) {
        sleep(backoff.wait(attempt, asked));
      }
    }
    throw failure(trouble + " (" + backoff.attempts() + " attempts)");
  }

  /** The beginning of an answer, on one line, without the key. */
  String excerpt(byte[] answer) {
    String whole = new String(answer, StandardCharsets.UTF_8);
    String safe = key().map(key -> whole.replace(key, "***")).orElse(whole);
    String text = safe.replaceAll("\\s+", " ").strip();
    return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
  }

  private HttpRequest request(byte[] body) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(endpoint.address())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    key().ifPresent(key -> builder.header("Authorization", "Bearer " + key));
    return builder.build();
  }

  private Optional<String> key() {
    if (endpoint.keyEnv().isEmpty()) {
      return Optional.empty();
    }
    String key = environment.apply(endpoint.keyEnv());
    if (key == null || key.isBlank()) {
      throw new EncoderException(
          "encoder %s: the environment variable %s, named by keyEnv, must hold the API key of %s"
              .formatted(name, endpoint.keyEnv(), endpoint.address()));
    }
    String stripped = key.strip();
    if (!stripped.matches("[!-~]+")) {
      // The HTTP client would name it in its message.
      throw new EncoderException(
          "encoder %s: the API key in %s must be printable ASCII without spaces"
              .formatted(name, endpoint.keyEnv()));
    }
    return Optional.of(stripped);
  }

  /** The client's own time-out ends with the headers; this one covers the whole answer. */
  private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("no whole answer within " + timeout.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().toString(), e.getCause());
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw interrupted(e);
    }
  }

  /** Seconds, or a date, which is compared with the answer's own. */
  private static Duration retryAfter(HttpHeaders headers) {
    String value = headers.firstValue("Retry-After").orElse("0").strip();
    if (value.matches("[0-9]{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      ZonedDateTime then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      String now = headers.firstValue("Date").orElse(value);
      return Duration.between(ZonedDateTime.parse(now, DateTimeFormatter.RFC_1123_DATE_TIME), then);
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }

  private void sleep(Duration wait) {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private EncoderException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new EncoderException("encoder " + name + ": interrupted", e);
  }

  private EncoderException failure(String trouble) {
    return new EncoderException(
        "encoder %s: %s did not embed: %s".formatted(name, endpoint.address(), trouble));
  }
}
