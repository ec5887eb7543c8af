package org.routerlab.datasets.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The proxy that requests go through.
 *
 * <p>The JVM's own settings ({@code https.proxyHost} …) come first; else {@code HTTPS_PROXY},
 * {@code HTTP_PROXY} or {@code ALL_PROXY}, in capitals or not, and {@code NO_PROXY}: host names,
 * which also stand for what ends in {@code .name}, or {@code *}. A proxy's address may have {@code
 * name:password@} in it.
 */
final class ProxyEnvironment extends ProxySelector {

  private final UnaryOperator<String> environment;
  private final ProxySelector jvm;

  ProxyEnvironment(UnaryOperator<String> environment, ProxySelector jvm) {
    this.environment = environment;
    this.jvm = jvm;
  }

  @Override
  public List<Proxy> select(URI address) {
    if (isSetInJvm(address)) {
      return jvm.select(address);
    }
    return List.of(
        proxy(address)
            .map(uri -> new Proxy(Proxy.Type.HTTP, new InetSocketAddress(uri.getHost(), port(uri))))
            .orElse(Proxy.NO_PROXY));
  }

  @Override
  public void connectFailed(URI address, SocketAddress proxy, IOException error) {
    // The request's own error tells.
  }

  /**
   * What the proxy of an address wants to hear, where the variable has {@code name:password@}.
   *
   * <p>It is a header because a client with an {@code Authenticator} hides answers of status 401.
   * For HTTPS, Java sends it only with {@code -Djdk.http.auth.tunneling.disabledSchemes=}, which
   * the launcher sets.
   */
  Optional<String> authorization(URI address) {
    return proxy(address)
        .filter(uri -> uri.getRawUserInfo() != null)
        .map(uri -> decoded(uri.getRawUserInfo()).getBytes(StandardCharsets.UTF_8))
        .map(plain -> "Basic " + Base64.getEncoder().encodeToString(plain));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private Optional<URI> proxy(URI address) {
    if (isExcluded(address.getHost()) || isSetInJvm(address)) {
      return Optional.empty();
    }
    String name = address.getScheme().toUpperCase(Locale.ROOT) + "_PROXY";
    return variable(name).or(() -> variable("ALL_PROXY")).map(value -> parse(name, value));
  }

  private boolean isSetInJvm(URI address) {
    return jvm != null
        && (Boolean.getBoolean("java.net.useSystemProxies")
            || System.getProperty(address.getScheme() + ".proxyHost") != null);
  }

  private static URI parse(String name, String value) {
    try {
      URI uri = URI.create(value.contains("://") ? value : "http://" + value);
      if (uri.getHost() != null && "http".equals(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the rule; the value may hold a password.
    }
    throw new IllegalArgumentException(
        name + " must be the address of an HTTP proxy, such as http://proxy.example:3128");
  }

  private static int port(URI uri) {
    return uri.getPort() < 0 ? 80 : uri.getPort();
  }

  private boolean isExcluded(String host) {
    return variable("NO_PROXY").stream()
        .flatMap(list -> Stream.of(list.split("[,\\s]+")))
        .map(entry -> entry.replaceFirst("^\\*?\\.", ""))
        .anyMatch(entry -> entry.equals("*") || host.equals(entry) || host.endsWith("." + entry));
  }

  private Optional<String> variable(String name) {
    return Stream.of(name, name.toLowerCase(Locale.ROOT))
        .map(environment)
        .filter(value -> value != null && !value.isBlank())
        .map(String::strip)
        .findFirst();
  }
}
