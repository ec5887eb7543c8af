package org.routerlab.datasets.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy of a few lines: passes plain requests on, and opens tunnels or refuses them. */
final class ForwardProxy implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 0, InetAddress.getByName("127.0.0.1"));
  private final List<String> heads = new CopyOnWriteArrayList<>();

  private final boolean opensTunnels;

  ForwardProxy(boolean opensTunnels) throws IOException {
    this.opensTunnels = opensTunnels;
    start(this::serve);
  }

  String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  /** The head of every request, as it came. */
  List<String> heads() {
    return heads;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        start(() -> handle(client));
      } catch (IOException e) {
        // The test sees what is missing.
      }
    }
  }

  private void handle(Socket socket) throws IOException {
    try (Socket client = socket) {
      String head = head(client.getInputStream());
      heads.add(head);
      if (!head.startsWith("CONNECT")) {
        pass(head, client.getOutputStream());
      } else if (opensTunnels) {
        tunnel(Integer.parseInt(head.split("[: ]")[2]), client);
      } else {
        write(client.getOutputStream(), "HTTP/1.1 502 Refused\r\nContent-Length: 0\r\n\r\n");
      }
    }
  }

  private static void tunnel(int port, Socket client) throws IOException {
    try (Socket server = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
      write(client.getOutputStream(), "HTTP/1.1 200 Open\r\n\r\n");
      start(() -> client.getInputStream().transferTo(server.getOutputStream()));
      server.getInputStream().transferTo(client.getOutputStream());
    }
  }

  /** Something that ends when a connection does. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // One side has closed.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private static void pass(String head, OutputStream client) throws IOException {
    String[] request = head.substring(0, head.indexOf("\r\n")).split(" ");
    URI target = URI.create(request[1]);
    String rest =
        head.substring(head.indexOf("\r\n")).replaceAll("(?im)^(proxy-|connection).*\r\n", "");
    try (Socket server = new Socket(target.getHost(), target.getPort())) {
      write(
          server.getOutputStream(),
          request[0] + " " + target.getRawPath() + " HTTP/1.1\r\nConnection: close" + rest);
      server.getInputStream().transferTo(client);
      client.flush();
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no whole request");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
