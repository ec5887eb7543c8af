package org.routerlab.datasets.fetch;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where requests go, as the environment says, and which of them carry the token.
 *
 * <p>{@code ROUTERLAB_HF_ENDPOINT}, else the hub's own {@code HF_ENDPOINT}, stands in for {@code
 * https://huggingface.co}; {@code ROUTERLAB_GITHUB_RAW} for {@code
 * https://raw.githubusercontent.com}.
 *
 * <p>{@code HF_TOKEN} goes to the hub, or to what stands in for it, as the hub's own client does,
 * and to no other origin: not where a redirect leads, and not over plain HTTP unless to this
 * machine.
 *
 * @param environment the variables; null for one that is not set
 */
record Endpoints(UnaryOperator<String> environment) {

  static final String TOKEN = "HF_TOKEN";

  /** The address that stands in for a file's own. */
  URI resolve(URI address) {
    Host host = Host.of(address);
    return mirror(host)
        .map(base -> URI.create(base + address.toString().substring(host.prefix().length())))
        .orElse(address);
  }

  /** The token that a request to {@code address} carries. */
  Optional<String> tokenFor(URI address) {
    URI hub = mirror(Host.HUGGING_FACE).orElse(URI.create(Host.HUGGING_FACE.prefix()));
    boolean safe = address.getScheme().equals("https") || isThisMachine(address);
    return safe && origin(hub).equals(origin(address)) ? token() : Optional.empty();
  }

  /** Whether there is a token. */
  boolean hasToken() {
    return token().isPresent();
  }

  private Optional<String> token() {
    Optional<String> token = variable(TOKEN);
    if (token.isPresent() && !token.get().matches("[!-~]+")) {
      // The HTTP client would name it in its message.
      throw new IllegalArgumentException(
          TOKEN + " must be printable ASCII without spaces but holds something else");
    }
    return token;
  }

  /** The variables that name what stands in for a host, the first that is set being taken. */
  static List<String> mirrorVariables(Host host) {
    return host == Host.GITHUB
        ? List.of("ROUTERLAB_GITHUB_RAW")
        : List.of("ROUTERLAB_HF_ENDPOINT", "HF_ENDPOINT");
  }

  private Optional<URI> mirror(Host host) {
    return mirrorVariables(host).stream()
        .filter(name -> variable(name).isPresent())
        .findFirst()
        .map(name -> mirror(name, variable(name).orElseThrow()));
  }

  private static URI mirror(String name, String value) {
    try {
      URI base = URI.create(value.replaceAll("/+$", "") + "/");
      if (base.getHost() != null
          && base.getUserInfo() == null
          && base.getRawQuery() == null
          && base.getRawFragment() == null
          && ("https".equals(base.getScheme()) || "http".equals(base.getScheme()))) {
        return base;
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the rule.
    }
    throw new IllegalArgumentException(
        name
            + " must be an address such as https://mirror.example, without a user's name, a query"
            + " (?) or a fragment (#) in it");
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.apply(name))
        .map(String::strip)
        .filter(s -> !s.isEmpty());
  }

  /** The address without what may be secret: the query of signed addresses, a user's name. */
  static String shown(URI address) {
    return origin(address) + (address.getRawPath() == null ? "" : address.getRawPath());
  }

  private static boolean isThisMachine(URI address) {
    String host = address.getHost();
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }

  private static String origin(URI address) {
    int port = address.getPort();
    boolean standard = port < 0 || port == (address.getScheme().equals("https") ? 443 : 80);
    return address.getScheme() + "://" + address.getHost() + (standard ? "" : ":" + port);
  }
}
