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

/** A proxy of a few lines: passes plain requests on, and refuses tunnels after reading them. */
final class ForwardProxy implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 0, InetAddress.getByName("127.0.0.1"));
  private final List<String> heads = new CopyOnWriteArrayList<>();

  ForwardProxy() throws IOException {
    Thread thread = new Thread(this::serve, "forward-proxy");
    thread.setDaemon(true);
    thread.start();
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
      try (Socket client = socket.accept()) {
        String head = head(client.getInputStream());
        heads.add(head);
        if (head.startsWith("CONNECT")) {
          write(client.getOutputStream(), "HTTP/1.1 502 Refused\r\nContent-Length: 0\r\n\r\n");
        } else {
          pass(head, client.getOutputStream());
        }
      } catch (IOException e) {
        // The next connection may be better; the test sees what is missing.
      }
    }
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
