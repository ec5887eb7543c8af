package org.routerlab.encoders;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.Objects;
import org.routerlab.core.Require;

/**
 * An OpenAI-compatible embeddings endpoint, and how it is asked.
 *
 * @param url {@code http} or {@code https}: the full address, ending in {@code /embeddings}, or
 *     that of the API ({@code …/v1}), or of the server alone. Without user, query or fragment,
 *     which could hold a secret
 * @param model the model's name at the endpoint
 * @param keyEnv the environment variable that holds the API key; empty for none. The key itself is
 *     read when needed and written nowhere
 * @param prefix put before every text; empty unless given
 * @param batchSize texts a request; 64 unless given
 * @param timeoutSeconds for one request with its whole answer; 60 unless given
 * @param dimension what vectors must have; 0, unless given, for what the first answer has
 * @param sendDimension whether the endpoint is told the dimension, to cut its vectors; false unless
 *     given, because many models refuse it
 * @param normalise whether vectors are scaled to length 1; true unless given
 */
public record HttpEndpoint(
    String url,
    String model,
    String keyEnv,
    String prefix,
    int batchSize,
    int timeoutSeconds,
    int dimension,
    boolean sendDimension,
    boolean normalise) {

  /** Checks address and ranges. */
  public HttpEndpoint {
    Objects.requireNonNull(url, "http.url must be given");
    Objects.requireNonNull(model, "http.model must be given");
    Objects.requireNonNull(keyEnv, "keyEnv");
    Objects.requireNonNull(prefix, "prefix");
    Require.positive("batchSize", batchSize);
    Require.between("timeoutSeconds", timeoutSeconds, 1, 86_400);
    Require.between("dimension", dimension, 0, 1 << 20);
    if (sendDimension && dimension == 0) {
      throw new IllegalArgumentException("sendDimension needs a dimension > 0 but it is 0");
    }
    address(url);
  }

  /** An endpoint without key, with the defaults. */
  public static HttpEndpoint of(String url, String model) {
    return new HttpEndpoint(url, model, "", "", 64, 60, 0, false, true);
  }

  /** From a configuration, where all but url and model may be absent. */
  @JsonCreator
  private static HttpEndpoint parse(
      @JsonProperty("url") String url,
      @JsonProperty("model") String model,
      @JsonProperty("keyEnv") String keyEnv,
      @JsonProperty("prefix") String prefix,
      @JsonProperty("batchSize") Integer batchSize,
      @JsonProperty("timeoutSeconds") Integer timeoutSeconds,
      @JsonProperty("dimension") Integer dimension,
      @JsonProperty("sendDimension") Boolean sendDimension,
      @JsonProperty("normalise") Boolean normalise) {
    return new HttpEndpoint(
        url,
        model,
        Objects.requireNonNullElse(keyEnv, ""),
        Objects.requireNonNullElse(prefix, ""),
        Objects.requireNonNullElse(batchSize, 64),
        Objects.requireNonNullElse(timeoutSeconds, 60),
        Objects.requireNonNullElse(dimension, 0),
        Objects.requireNonNullElse(sendDimension, false),
        Objects.requireNonNullElse(normalise, true));
  }

  /** The full address that requests go to. */
  URI address() {
    return address(url);
  }

  private static URI address(String url) {
    URI uri = parsed(url);
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!web || uri.getHost() == null) {
      throw new IllegalArgumentException("http.url must be an http or https address but is " + url);
    }
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getFragment() != null) {
      // Not the address itself: it may hold a key.
      throw new IllegalArgumentException(
          "http.url must have no user, query or fragment; name the key's variable in keyEnv");
    }
    String plain = url.replaceAll("/+$", "");
    if (plain.endsWith("/embeddings")) {
      return URI.create(plain);
    }
    boolean server = uri.getPath().replace("/", "").isEmpty();
    return URI.create(plain + (server ? "/v1/embeddings" : "/embeddings"));
  }

  private static URI parsed(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("http.url must be an address: " + e.getMessage(), e);
    }
  }
}
