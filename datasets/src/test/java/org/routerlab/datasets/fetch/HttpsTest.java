package org.routerlab.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.routerlab.datasets.fetch.Laboratory.PREFIX;
import static org.routerlab.datasets.fetch.Laboratory.content;
import static org.routerlab.datasets.fetch.Laboratory.entry;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS, as it is outside of tests: certificates, and tunnels through proxies. */
@Timeout(60)
class HttpsTest {

  private static final String PASSWORD = "changeit";
  private static final byte[] A = content(100_000);

  @TempDir Path folder;

  private Path keys;
  private Laboratory lab;
  private FileServer server;

  @BeforeEach
  void serve() throws Exception {
    keys = folder.resolve("keys.p12");
    makeKeys(keys);
    server = new FileServer(certificate(keys));
    server.on(PREFIX + "a.json", Answers.dropping(A, "\"1\"", 40_000, 1));
    lab = new Laboratory(folder.resolve("data"));
    lab.environment.put("ROUTERLAB_HF_ENDPOINT", "https://localhost:" + server.port());
  }

  @AfterEach
  void close() {
    server.close();
    lab.close();
  }

  @Test
  void aDownloadGoesThroughAProxyThatAsksForAPasswordAndHearsNoToken() throws Exception {
    try (ForwardProxy proxy = new ForwardProxy(true)) {
      lab.environment.put("HTTPS_PROXY", "http://me:secret@" + proxy.address());
      lab.environment.put("HF_TOKEN", "hf_SecretOfTheUser");
      Path sources = folder.resolve("sources.json");
      Files.writeString(sources, Laboratory.json(entry("a.json", A)));
      Process process =
          FetchProgram.start(
              lab,
              sources,
              "-Djavax.net.ssl.trustStore=" + keys,
              "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
              "-Djdk.http.auth.tunneling.disabledSchemes=");
      assertThat(process.waitFor()).isZero();
      assertThat(lab.installed("a.json")).hasBinaryContent(A);
      assertThat(proxy.heads())
          .isNotEmpty()
          .allMatch(head -> head.startsWith("CONNECT localhost:" + server.port()))
          .allMatch(head -> head.contains("Proxy-Authorization: Basic "))
          .noneMatch(head -> head.contains("hf_Secret"));
    }
    assertThat(server.asked())
        .extracting(FileServer.Asked::authorization)
        .containsExactly("Bearer hf_SecretOfTheUser", "Bearer hf_SecretOfTheUser");
    assertThat(server.asked().get(1).range()).isEqualTo("bytes=40000-");
  }

  @Test
  void aCertificateThatNobodyTrustsIsOneLineAndTriedOnce() {
    assertThatThrownBy(() -> lab.fetch(entry("a.json", A)))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("expected a certificate that Java trusts, found another")
        .message()
        .doesNotContain("\n");
    assertThat(lab.notes).isEmpty();
    assertThat(lab.present()).isEmpty();
    assertThat(folder.resolve("data/.fetch-lab")).doesNotExist();
  }

  private static SSLContext certificate(Path keys) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void makeKeys(Path keys) throws Exception {
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                tool,
                "-genkeypair",
                "-alias",
                "lab",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD,
                "-validity",
                "30")
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
  }
}
