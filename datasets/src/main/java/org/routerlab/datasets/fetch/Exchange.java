package org.routerlab.datasets.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Sends one request, and follows redirects by hand so that the token goes to its own origin only.
 */
final class Exchange {

  private static final int MOST_REDIRECTS = 10;

  /** Says that nobody could be asked: an unknown host, a refused connection, no network. */
  static final class NoConnection extends IOException {
    private static final long serialVersionUID = 1L;

    NoConnection(IOException cause) {
      super("no connection (" + cause.getClass().getSimpleName() + unknown(cause) + ")", cause);
    }

    private static String unknown(Throwable error) {
      for (Throwable e = error; e != null; e = e.getCause()) {
        if (e instanceof UnresolvedAddressException || e instanceof UnknownHostException) {
          return ", unknown host";
        }
      }
      return "";
    }
  }

  private final Endpoints endpoints;
  private final Duration timeout;
  private final ProxyEnvironment proxy;
  private final HttpClient client;

  Exchange(Endpoints endpoints, Duration timeout) {
    this.endpoints = endpoints;
    this.timeout = timeout;
    this.proxy = new ProxyEnvironment(endpoints.environment(), ProxySelector.getDefault());
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .proxy(proxy)
            .build();
  }

  /**
   * The answer at the end of all redirects; its body is to be closed.
   *
   * @throws IOException where another attempt may do better
   * @throws FetchException where none will
   */
  HttpResponse<InputStream> get(URI address, Map<String, String> headers) throws IOException {
    URI next = address;
    boolean left = false;
    Set<URI> seen = new HashSet<>();
    while (seen.add(next) && seen.size() <= MOST_REDIRECTS + 1) {
      HttpResponse<InputStream> response = send(next, headers, left);
      if (!isRedirect(response.statusCode())) {
        return response;
      }
      response.body().close();
      next = Redirect.target(next, response.headers().firstValue("Location").orElse(""));
      // An address that another host chose does not get the token, even on the hub.
      left |= endpoints.hasToken() && endpoints.tokenFor(next).isEmpty();
    }
    throw new FetchException(
        "%s: expected at most %d redirects and none in a circle, found %s again or too many; name a mirror or try later"
            .formatted(Endpoints.shown(address), MOST_REDIRECTS, Endpoints.shown(next)));
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  private HttpResponse<InputStream> send(URI address, Map<String, String> headers, boolean left)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("User-Agent", "routerlab")
            .header("Accept-Encoding", "identity");
    headers.forEach(request::header);
    endpoints
        .tokenFor(address)
        .filter(token -> !left)
        .ifPresent(token -> request.header("Authorization", "Bearer " + token));
    proxy.authorization(address).ifPresent(a -> request.header("Proxy-Authorization", a));
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchException(Endpoints.shown(address) + ": interrupted", e);
    } catch (IOException e) {
      throw finalOrNot(address, e);
    }
  }

  /**
   * Errors that no further attempt mends, as {@link FetchException}; the others for another
   * attempt.
   */
  private static IOException finalOrNot(URI address, IOException error) {
    for (Throwable e = error; e != null; e = e.getCause()) {
      if (e instanceof CertificateException || e instanceof CertPathBuilderException) {
        throw new FetchException(
            Endpoints.shown(address)
                + ": expected a certificate that Java trusts, found another; behind a proxy that"
                + " reads along, add its certificate to Java's (keytool -importcert -cacerts)",
            error);
      }
      if (e.getMessage() != null && e.getMessage().contains("Tunnel failed")) {
        throw new FetchException(
            Endpoints.shown(address)
                + ": expected the proxy to connect, found that it refused ("
                + e.getMessage()
                + "); see HTTPS_PROXY and NO_PROXY",
            error);
      }
    }
    boolean nobody =
        error instanceof ConnectException
            || error instanceof HttpConnectTimeoutException
            || error instanceof UnknownHostException
            || error instanceof NoRouteToHostException;
    return nobody ? new NoConnection(error) : error;
  }
}
