package org.routerlab.datasets.fetch;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Arrays;
import org.routerlab.datasets.fetch.FileServer.Answering;

/** Ways in which servers answer. */
final class Answers {

  private Answers() {}

  /** The whole content, or from where it is asked, where {@code If-Range} fits. */
  static Answering file(byte[] content, String tag) {
    return (exchange, time) -> send(exchange, content, tag, Integer.MAX_VALUE);
  }

  /** As {@link #file}, but the connection ends after so many bytes the first {@code n} times. */
  static Answering dropping(byte[] content, String tag, int bytes, int n) {
    return (exchange, time) -> send(exchange, content, tag, time <= n ? bytes : Integer.MAX_VALUE);
  }

  /** The whole content, whatever is asked. */
  static Answering withoutRanges(byte[] content, int firstTimeOnly) {
    return (exchange, time) -> {
      exchange.sendResponseHeaders(200, content.length);
      write(exchange, content, time == 1 ? firstTimeOnly : content.length);
    };
  }

  static Answering status(int status, String... headers) {
    return (exchange, time) -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      exchange.sendResponseHeaders(status, -1);
    };
  }

  static Answering redirect(String location) {
    return status(302, "Location", location);
  }

  /** First one answer, {@code n} times, then another. */
  static Answering first(int n, Answering before, Answering after) {
    return (exchange, time) -> (time <= n ? before : after).answer(exchange, time);
  }

  private static void send(HttpExchange exchange, byte[] content, String tag, int most)
      throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    String state = exchange.getRequestHeaders().getFirst("If-Range");
    boolean fits = range != null && (state == null || state.equals(tag));
    int from = fits ? Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1")) : 0;
    if (tag != null) {
      exchange.getResponseHeaders().set("ETag", tag);
    }
    if (fits && from >= content.length) {
      exchange.getResponseHeaders().set("Content-Range", "bytes */" + content.length);
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    if (fits) {
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
    }
    byte[] rest = Arrays.copyOfRange(content, from, content.length);
    exchange.sendResponseHeaders(fits ? 206 : 200, rest.length);
    write(exchange, rest, most);
  }

  /** Writes, and lets what was written arrive before a connection ends early. */
  static void write(HttpExchange exchange, byte[] bytes, int most) throws IOException {
    exchange.getResponseBody().write(bytes, 0, Math.min(most, bytes.length));
    exchange.getResponseBody().flush();
    if (most < bytes.length) {
      pause();
    }
  }

  // Java's client drops what it has not handed over when a connection breaks.
  private static void pause() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
