package org.routerlab.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.routerlab.datasets.fetch.Laboratory.PREFIX;
import static org.routerlab.datasets.fetch.Laboratory.content;
import static org.routerlab.datasets.fetch.Laboratory.entry;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Downloads through a proxy. */
@Timeout(60)
class ProxyTest {

  private static final byte[] A = content(100_000);
  private static final String ENTRY = entry("a.json", A);

  @TempDir Path data;

  private Laboratory lab;
  private ForwardProxy proxy;

  @BeforeEach
  void serve() throws IOException {
    lab = new Laboratory(data);
    lab.server.on(PREFIX + "a.json", Answers.file(A, "\"1\""));
    proxy = new ForwardProxy(false);
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    lab.close();
  }

  @Test
  void requestsGoThroughTheProxyOfTheEnvironment() {
    lab.environment.put("http_proxy", proxy.address());
    lab.fetch(ENTRY);
    assertThat(lab.installed("a.json")).hasBinaryContent(A);
    assertThat(proxy.heads()).singleElement().asString().contains(PREFIX + "a.json");
  }

  @Test
  void theProxyHearsItsNameAndPasswordAndTheServerDoesNot() {
    lab.environment.put("HTTP_PROXY", "http://me:p%40ss@" + proxy.address());
    lab.fetch(ENTRY);
    String basic = Base64.getEncoder().encodeToString("me:p@ss".getBytes(StandardCharsets.UTF_8));
    assertThat(proxy.heads().get(0)).contains("Proxy-Authorization: Basic " + basic);
    assertThat(lab.server.asked()).extracting(FileServer.Asked::authorization).containsOnlyNulls();
  }

  @Test
  void hostsOfNoProxyAreAskedDirectly() {
    lab.environment.put("HTTP_PROXY", "http://" + proxy.address());
    lab.environment.put("NO_PROXY", "example.org, 127.0.0.1");
    lab.fetch(ENTRY);
    assertThat(proxy.heads()).isEmpty();
  }

  @Test
  void theTokenIsInTheTunnelAndNotInTheRequestForIt() {
    lab.environment.put("HTTPS_PROXY", "http://" + proxy.address());
    lab.environment.put("ROUTERLAB_HF_ENDPOINT", "https://hub.invalid");
    lab.environment.put("HF_TOKEN", "hf_SecretOfTheUser");
    assertThatThrownBy(() -> lab.fetch(ENTRY))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("https://hub.invalid" + PREFIX + "a.json");
    assertThat(proxy.heads())
        .isNotEmpty()
        .allMatch(head -> head.startsWith("CONNECT hub.invalid:443"));
    assertThat(proxy.heads()).noneMatch(head -> head.contains("hf_Secret"));
  }

  @Test
  void theJvmsOwnSettingComesFirst() {
    Map<String, String> variables = Map.of("HTTPS_PROXY", "http://variable.example:1");
    URI address = URI.create("https://huggingface.co/a");
    ProxyEnvironment selector =
        new ProxyEnvironment(variables::get, java.net.ProxySelector.getDefault());
    assertThat(port(selector, address)).isEqualTo(1);
    System.setProperty("https.proxyHost", "property.example");
    System.setProperty("https.proxyPort", "2");
    try {
      assertThat(port(selector, address)).isEqualTo(2);
    } finally {
      System.clearProperty("https.proxyHost");
      System.clearProperty("https.proxyPort");
    }
  }

  @Test
  void noProxyNamesDomainsAndEverything() {
    for (String list : new String[] {".co", "huggingface.co", "*.co", "*", "a b,huggingface.co"}) {
      Map<String, String> variables = Map.of("ALL_PROXY", "http://p.example:1", "no_proxy", list);
      ProxyEnvironment selector = new ProxyEnvironment(variables::get, null);
      assertThat(selector.select(URI.create("https://huggingface.co/a")))
          .as(list)
          .containsExactly(Proxy.NO_PROXY);
      if (!list.equals("*")) {
        assertThat(port(selector, URI.create("https://huggingface.company/a"))).isEqualTo(1);
      }
    }
  }

  @Test
  void aProxyThatIsNoAddressIsRefusedWithoutItsPassword() {
    lab.environment.put("HTTP_PROXY", "socks5://me:secret@proxy.example");
    assertThatThrownBy(() -> lab.fetch(ENTRY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "HTTP_PROXY must be the address of an HTTP proxy, such as http://proxy.example:3128");
  }

  private static int port(ProxyEnvironment selector, URI address) {
    return ((InetSocketAddress) selector.select(address).get(0).address()).getPort();
  }
}
