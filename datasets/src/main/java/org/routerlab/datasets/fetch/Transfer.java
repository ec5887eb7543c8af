package org.routerlab.datasets.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.routerlab.core.BadDataException;

/** One attempt to bring what is missing of a file. */
final class Transfer {

  private static final int BUFFER = 1 << 16;

  private final Duration stall;
  private final Endpoints endpoints;
  private final Exchange exchange;

  /** Says that another attempt may do better, and how long the server asks to wait. */
  static final class Again extends IOException {
    private static final long serialVersionUID = 1L;
    final transient Duration wait;

    Again(String message, Duration wait) {
      super(message);
      this.wait = wait;
    }
  }

  Transfer(FetchSettings settings, Endpoints endpoints) {
    this.stall = settings.patience().stall();
    this.endpoints = endpoints;
    this.exchange = new Exchange(endpoints, stall);
  }

  /**
   * Completes the part, or fails and leaves what came.
   *
   * @throws IOException where another attempt may do better
   */
  void once(Source source, RemoteFile file, PartFile part, Meter meter) throws IOException {
    if (file.bytes().isPresent() && part.size() == file.bytes().get() && part.size() > 0) {
      return;
    }
    URI address = endpoints.resolve(file.address());
    HttpResponse<InputStream> response = exchange.get(address, resumption(file, part));
    try (InputStream body = response.body()) {
      Answer answer = new Answer(response, address, part.size());
      if (answer.isBeyondEnd()) {
        if (!answer.isComplete()) {
          part.delete();
          throw new Again("a part that is longer than the file; starting anew", Duration.ZERO);
        }
        return;
      }
      answer.requireContent(source, file, endpoints);
      if (!answer.continues()) {
        part.restart(file.address(), answer.tag());
      }
      long whole = answer.whole().or(file::bytes).orElse(Long.MAX_VALUE);
      requireSize(file, address, answer.whole());
      copy(body, part, file, answer.whole().or(file::bytes), meter);
      if (part.size() < whole && whole < Long.MAX_VALUE) {
        throw new Again("an end" + after(part.size(), Optional.of(whole)), Duration.ZERO);
      }
    }
  }

  /** What asks for the rest; nothing where the rest could be of another state unnoticed. */
  private static Map<String, String> resumption(RemoteFile file, PartFile part) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (part.size() > 0 && (part.tag().isPresent() || file.isChecked())) {
      headers.put("Range", "bytes=" + part.size() + "-");
      part.tag().ifPresent(tag -> headers.put("If-Range", tag));
    }
    return headers;
  }

  private static void requireSize(RemoteFile file, URI address, Optional<Long> whole) {
    if (file.bytes().isPresent() && whole.isPresent() && !whole.equals(file.bytes())) {
      throw new BadDataException(
          Endpoints.shown(address),
          "",
          Grouped.of(file.bytes().get()) + " bytes",
          Grouped.of(whole.get()) + " announced" + FileDigest.NOT_KEPT);
    }
  }

  private void copy(
      InputStream body, PartFile part, RemoteFile file, Optional<Long> whole, Meter meter)
      throws IOException {
    long most = file.bytes().orElse(Long.MAX_VALUE);
    long size = part.size();
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out = part.append();
        StallGuard guard = new StallGuard(body, stall)) {
      while (true) {
        int read = read(body, buffer, guard, size, whole);
        if (read < 0) {
          return;
        }
        size += read;
        if (size > most) {
          throw new BadDataException(
              Endpoints.shown(endpoints.resolve(file.address())),
              "",
              Grouped.of(most) + " bytes",
              "more" + FileDigest.NOT_KEPT);
        }
        Disk.write(part.path(), () -> out.write(buffer, 0, read));
        meter.at(size);
      }
    }
  }

  private static int read(
      InputStream body, byte[] buffer, StallGuard guard, long size, Optional<Long> whole)
      throws IOException {
    guard.alive();
    try {
      return body.read(buffer);
    } catch (IOException e) {
      String trouble = guard.isStalled() ? "silence on the connection" : "a broken connection";
      throw new IOException(trouble + after(size, whole), e);
    }
  }

  private static String after(long size, Optional<Long> whole) {
    return " after "
        + Grouped.of(size)
        + whole.map(all -> " of " + Grouped.of(all)).orElse("")
        + " bytes";
  }
}
