package org.routerlab.datasets.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** A web server on this machine that answers as a test says, and remembers what it was asked. */
final class FileServer implements AutoCloseable {

  /** A request as it came; null for headers that were not sent. */
  record Asked(String path, String range, String ifRange, String authorization) {}

  /** Answers the n-th request of a path, the first being 1. */
  @FunctionalInterface
  interface Answering {
    void answer(HttpExchange exchange, int time) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answering> answers = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> times = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  FileServer() throws IOException {
    this(HttpServer.create(place(), 0));
  }

  /** A server of HTTPS with that certificate. */
  FileServer(SSLContext certificate) throws IOException {
    this(https(certificate));
  }

  private FileServer(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private static HttpServer https(SSLContext certificate) throws IOException {
    HttpsServer server = HttpsServer.create(place(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate));
    return server;
  }

  private static InetSocketAddress place() throws IOException {
    return new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
  }

  int port() {
    return server.getAddress().getPort();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The same machine by another name, which is another origin. */
  String otherAddress() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  FileServer on(String path, Answering answering) {
    answers.put(path, answering);
    return this;
  }

  List<Asked> asked() {
    return asked;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    var headers = exchange.getRequestHeaders();
    asked.add(
        new Asked(
            path,
            headers.getFirst("Range"),
            headers.getFirst("If-Range"),
            headers.getFirst("Authorization")));
    int time = times.computeIfAbsent(path, key -> new AtomicInteger()).incrementAndGet();
    try (exchange) {
      answers.getOrDefault(path, Answers.status(404)).answer(exchange, time);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
