package org.routerlab.encoders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.routerlab.core.embedding.EncoderException;
import org.routerlab.core.matrix.FloatMatrix;

@Timeout(60)
class HttpEncoderTest {

  private static final String KEY = "sk-very-secret";
  private static final Backoff QUICK = new Backoff(3, Duration.ofMillis(1), Duration.ofSeconds(2));

  private final List<JsonNode> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private Answer answer = HttpEncoderTest::good;

  /** What the server does with request number {@code number}, counted from 0. */
  @FunctionalInterface
  private interface Answer {
    void to(HttpExchange exchange, JsonNode request, int number) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/v1/embeddings",
        exchange -> {
          JsonNode request = new ObjectMapper().readTree(exchange.getRequestBody());
          requests.add(request);
          authorizations.add(
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          try (exchange) {
            answer.to(exchange, request, requests.size() - 1);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void batchesAreSentAndAnswersOrderedByIndex() {
    HttpEncoder encoder = encoder(endpoint(url(), "", 4, 5, 0));
    List<String> texts = List.of("a", "bb", "ccc", "dddd", "eeeee");
    FloatMatrix rows = encoder.embed(texts);
    assertThat(requests).hasSize(2);
    assertThat(requests.get(0).path("model").asText()).isEqualTo("model-1");
    assertThat(requests.get(0).has("dimensions")).isFalse();
    assertThat(rows.columns()).isEqualTo(2);
    for (int row = 0; row < texts.size(); row++) {
      assertThat(rows.get(row, 0)).isEqualTo(row + 1);
    }
    assertThat(encoder.dimension()).isEqualTo(2);
  }

  @Test
  void theKeyGoesIntoTheHeaderAndNowhereElse() {
    HttpEncoder encoder = encoder(endpoint(url(), "SECRET", 4, 5, 0));
    encoder.embed(List.of("a"));
    assertThat(authorizations).containsExactly("Bearer " + KEY);
    assertThat(requests.toString()).doesNotContain(KEY);
    assertThat(encoder.identity().toString()).doesNotContain(KEY).doesNotContain("SECRET");
    answer = (exchange, request, number) -> respond(exchange, 401, "no entry for " + KEY);
    assertThatThrownBy(() -> encoder.embed(List.of("a")))
        .isInstanceOf(EncoderException.class)
        .hasMessageContaining("status 401: no entry for ***")
        .hasMessageNotContaining(KEY);
    assertThat(requests).as("a refusal is final").hasSize(2);
  }

  @Test
  void aMissingOrBrokenKeyIsAnErrorBeforeAnythingIsSent() {
    assertThatThrownBy(() -> encoder(endpoint(url(), "MISSING", 4, 5, 0)).embed(List.of("a")))
        .isInstanceOf(EncoderException.class)
        .hasMessageContaining("environment variable MISSING");
    assertThatThrownBy(() -> encoder(endpoint(url(), "BROKEN", 4, 5, 0)).embed(List.of("a")))
        .isInstanceOf(EncoderException.class)
        .hasMessageContaining("printable ASCII")
        .hasMessageNotContaining("sk-");
    assertThat(requests).isEmpty();
  }

  @Test
  void whatMayPassIsTriedAgain() {
    answer =
        (exchange, request, number) -> {
          switch (number) {
            case 0 -> respond(exchange, 429, "slow down");
            case 1 -> respond(exchange, 500, "oops");
            default -> good(exchange, request, number);
          }
        };
    assertThat(simple().embed(List.of("a")).get(0, 0)).isEqualTo(1);
    assertThat(requests).hasSize(3);
  }

  @Test
  void aDroppedConnectionIsTriedAgain() {
    answer =
        (exchange, request, number) -> {
          if (number == 0) {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            throw new IOException("drop");
          }
          good(exchange, request, number);
        };
    assertThat(simple().embed(List.of("a")).rows()).isEqualTo(1);
    assertThat(requests).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void troubleThatStaysIsAnErrorWithTheLastAnswer() {
    answer = (exchange, request, number) -> respond(exchange, 503, "busy\nbusy");
    assertThatThrownBy(() -> simple().embed(List.of("a")))
        .isInstanceOf(EncoderException.class)
        .hasMessageContaining("encoder test: " + url() + "/v1/embeddings did not embed")
        .hasMessageContaining("status 503: busy busy (3 attempts)");
    assertThat(requests).hasSize(3);
  }

  @Test
  void aServerThatHangsInMidAnswerRunsIntoTheTimeout() {
    answer =
        (exchange, request, number) -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(new byte[10]);
          exchange.getResponseBody().flush();
          awaitEnd();
        };
    HttpEncoder encoder =
        encoder(endpoint(url(), "", 4, 1, 0), new Backoff(2, Duration.ZERO, Duration.ZERO));
    assertThatThrownBy(() -> encoder.embed(List.of("a")))
        .isInstanceOf(EncoderException.class)
        .hasMessageContaining("no whole answer within 1 s");
  }

  @Test
  void aServerThatIsDownIsAnError() {
    String url = url();
    server.stop(0);
    assertThatThrownBy(() -> encoder(endpoint(url, "", 4, 5, 0)).embed(List.of("a")))
        .isInstanceOf(EncoderException.class)
        .hasMessageContaining("ConnectException");
  }

  @Test
  void theServersRetryAfterIsHeeded() {
    Backoff capped = new Backoff(3, Duration.ofMillis(2), Duration.ofSeconds(60));
    assertThat(capped.wait(1, Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(7));
    assertThat(capped.wait(3, Duration.ZERO)).isEqualTo(Duration.ofMillis(8));
    assertThat(capped.wait(1, Duration.ofDays(1))).isEqualTo(Duration.ofSeconds(60));
    assertThat(capped.wait(90, Duration.ZERO)).isEqualTo(Duration.ofSeconds(60));
    answer =
        (exchange, request, number) -> {
          if (number < 2) {
            String later = "Fri, 31 Dec 1999 23:59:59 GMT";
            exchange.getResponseHeaders().set("Retry-After", number == 0 ? "1" : later);
            respond(exchange, 429, "slow down");
          } else {
            good(exchange, request, number);
          }
        };
    long before = System.nanoTime();
    simple().embed(List.of("a"));
    assertThat(System.nanoTime() - before).isGreaterThan(900_000_000);
  }

  @Test
  void wrongAnswersAreErrorsAndNotTriedAgain() {
    assertWrong("<html>", "expected JSON");
    assertWrong("{\"error\":\"x\"}", "expected an array \"data\"");
    assertWrong(data("0", "[1,2]"), "expected 2 embeddings");
    assertWrong(data("0", "[1,2]", "0", "[1,2]"), "expected each index from 0 to 1 once");
    assertWrong(data("0", "[1,2]", "7", "[1,2]"), "index 7");
    assertWrong(data("0", "[1,2]", "1", "[1,2,3]"), "embeddings of dimension 2");
    assertWrong(data("0", "[1,2]", "1", "[1,1e99]"), "expected finite numbers");
    assertWrong(data("0", "[1,2]", "1", "[1,null]"), "expected finite numbers");
    assertWrong(data("0", "[1,2]", "1", "\"AAAA\""), "STRING");
  }

  @Test
  void aDeclaredDimensionIsHeldAgainstTheAnswer() {
    HttpEncoder encoder = encoder(endpoint(url(), "", 4, 5, 384));
    assertThat(encoder.dimension()).isEqualTo(384);
    assertThat(requests).isEmpty();
    assertThatThrownBy(() -> encoder.embed(List.of("a")))
        .isInstanceOf(EncoderException.class)
        .hasMessageContaining("expected embeddings of dimension 384")
        .hasMessageContaining("found 2");
  }

  @Test
  void dimensionPrefixAndScaleGoWhereTheyBelong() {
    HttpEndpoint endpoint =
        new HttpEndpoint(url() + "/v1/", "model-1", "", "query: ", 4, 5, 2, true, true);
    HttpEncoder encoder = encoder(endpoint);
    FloatMatrix rows = encoder.embed(List.of("a\ud800"));
    assertThat(requests.get(0).path("dimensions").asInt()).isEqualTo(2);
    assertThat(requests.get(0).path("input").get(0).asText()).isEqualTo("query: a?");
    double length = Math.hypot(rows.get(0, 0), rows.get(0, 1));
    assertThat(length).isCloseTo(1, within(1e-6));
    assertThat(encoder.identity().facts())
        .containsEntry("dimension", "2")
        .containsEntry("url", url() + "/v1/embeddings");
  }

  @Test
  void addressesThatCouldHoldASecretAreRefusedWithoutRepeatingThem() {
    for (String url : List.of("http://me:sk-1@host/v1", "https://host/v1?key=sk-1")) {
      assertThatThrownBy(() -> HttpEndpoint.of(url, "m"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no user, query or fragment")
          .hasMessageNotContaining("sk-1");
    }
    assertThatThrownBy(() -> HttpEndpoint.of("ftp://host", "m")).hasMessageContaining("ftp://host");
    assertThat(HttpEndpoint.of("http://h/api/embeddings/", "m").address())
        .hasToString("http://h/api/embeddings");
  }

  private void assertWrong(String body, String message) {
    requests.clear();
    answer = (exchange, request, number) -> respond(exchange, 200, body);
    assertThatThrownBy(() -> simple().embed(List.of("a", "b")))
        .isInstanceOf(EncoderException.class)
        .hasMessageStartingWith("encoder test: ")
        .hasMessageContaining(message);
    assertThat(requests).hasSize(1);
  }

  private static String data(String... indexAndVector) {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < indexAndVector.length; i += 2) {
      items.add(
          "{\"index\":" + indexAndVector[i] + ",\"embedding\":" + indexAndVector[i + 1] + "}");
    }
    return "{\"data\":[" + String.join(",", items) + "]}";
  }

  /** The vector of a text is its length and 0.5; the last text comes first. */
  private static void good(HttpExchange exchange, JsonNode request, int number) throws IOException {
    List<String> items = new ArrayList<>();
    for (int i = request.path("input").size() - 1; i >= 0; i--) {
      items.add(Integer.toString(i));
      items.add("[" + request.path("input").get(i).asText().length() + ",0.5]");
    }
    respond(exchange, 200, data(items.toArray(String[]::new)));
  }

  private static void respond(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private HttpEncoder simple() {
    return encoder(endpoint(url(), "", 4, 5, 0));
  }

  private static HttpEndpoint endpoint(
      String url, String keyEnv, int batchSize, int timeoutSeconds, int dimension) {
    return new HttpEndpoint(
        url, "model-1", keyEnv, "", batchSize, timeoutSeconds, dimension, false, false);
  }

  private static HttpEncoder encoder(HttpEndpoint endpoint) {
    return encoder(endpoint, QUICK);
  }

  private static HttpEncoder encoder(HttpEndpoint endpoint, Backoff backoff) {
    UnaryOperator<String> environment = Map.of("SECRET", KEY, "BROKEN", "sk-\nx")::get;
    return new HttpEncoder("test", endpoint, environment, backoff);
  }
}
