package org.routerlab.datasets.fetch;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server's answer means for a download that has come so far.
 *
 * @param response status and headers
 * @param uri of the file
 * @param size of the part that is here
 */
record Answer(HttpResponse<InputStream> response, URI uri, long size) {

  private static final Pattern RANGE =
      Pattern.compile("bytes (?:(\\d{1,18})-\\d+|\\*)/(\\d{1,18})");

  /** Whether the part is at or behind the end of the file. */
  boolean isBeyondEnd() {
    return status() == 416 && size > 0;
  }

  /** Whether the part is all of the file, as far as the server tells. */
  boolean isComplete() {
    return range().map(range -> Long.parseLong(range.group(2)) == size).orElse(false);
  }

  /** Whether the content goes on where the part ends; otherwise it is the file from its start. */
  boolean continues() {
    return status() == 206 && size > 0;
  }

  /** The size of the whole file, where the server tells. */
  Optional<Long> whole() {
    return status() == 206
        ? range().map(range -> Long.parseLong(range.group(2)))
        : response.headers().firstValueAsLong("Content-Length").stream().boxed().findFirst();
  }

  /** The state of the file, where it can be relied on to the byte. */
  Optional<String> tag() {
    return response
        .headers()
        .firstValue("ETag")
        .filter(tag -> tag.startsWith("\"") && tag.chars().noneMatch(Character::isISOControl));
  }

  /**
   * Requires content that the part can take.
   *
   * @throws Transfer.Again where another attempt may bring it
   * @throws FetchException where none will
   */
  void requireContent(Source source, RemoteFile file, Endpoints endpoints) throws Transfer.Again {
    int status = status();
    if (status == 206 && !fits()) {
      throw new FetchException(
          "%s: expected the file from byte %d on, found '%s'; name a mirror or try later"
              .formatted(
                  address(), size, response.headers().firstValue("Content-Range").orElse("")));
    }
    if (status == 200 || status == 206) {
      requireFile(file);
      return;
    }
    if (status == 408 || status == 429 || status >= 500) {
      throw new Transfer.Again("status " + status, RetryAfter.of(response.headers()));
    }
    throw new FetchException(
        "%s: expected the file, found status %d; %s"
            .formatted(address(), status, advice(source, hub(file), endpoints)));
  }

  /** Requires no web page, where no hash would tell it from the file. */
  private void requireFile(RemoteFile file) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    boolean page = type.strip().toLowerCase(Locale.ROOT).startsWith("text/html");
    if (page && !file.isChecked() && !Appearance.mayBePage(file.path())) {
      throw new FetchException(
          "%s: expected the file, found a web page (text/html); is a login or the mirror in the way?"
              .formatted(address()));
    }
  }

  // The hub has gated files.
  private static boolean hub(RemoteFile file) {
    return Host.of(file.address()) == Host.HUGGING_FACE;
  }

  private String advice(Source source, boolean hub, Endpoints endpoints) {
    int status = status();
    if ((status == 401 || status == 403) && hub) {
      return tokenAdvice(source, endpoints);
    }
    return switch (status) {
      case 404, 410 ->
          "it is no longer there or never was: see " + source.page() + ", or the mirror you named";
      case 407 -> "the proxy wants a name and password: HTTPS_PROXY=http://NAME:PASSWORD@HOST:PORT";
      default -> "see " + source.page();
    };
  }

  private String tokenAdvice(Source source, Endpoints endpoints) {
    String accept = "accept the licence at " + source.page();
    if (!endpoints.hasToken()) {
      return accept
          + " and set HF_TOKEN to a token of that account (https://huggingface.co/settings/tokens)";
    }
    return endpoints.tokenFor(uri).isPresent()
        ? "HF_TOKEN is set but does not open it: "
            + accept
            + " with the token's account, or make another token"
        : "HF_TOKEN is set but was not sent, as the mirror is not https";
  }

  private String address() {
    return Endpoints.shown(uri);
  }

  private boolean fits() {
    return size > 0
        && range()
            .map(range -> range.group(1) != null && Long.parseLong(range.group(1)) == size)
            .orElse(false);
  }

  private Optional<Matcher> range() {
    return response
        .headers()
        .firstValue("Content-Range")
        .map(RANGE::matcher)
        .filter(Matcher::matches);
  }

  private int status() {
    return response.statusCode();
  }
}
