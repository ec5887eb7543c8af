package org.routerlab.encoders;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import org.routerlab.core.Require;

/**
 * An encoder as an experiment names it: one of the shipped ones, an ONNX folder, or an endpoint.
 *
 * <p>In a configuration it is a name alone, or an object with the key {@code onnx} or {@code http}:
 *
 * <pre>
 * encoders:
 *   - all-minilm-l6-v2
 *   - {name: e5-small-v2, maxLength: 128}
 *   - {name: mine, onnx: {path: models/mine, pooling: cls, prefix: "query: ", maxLength: 512}}
 *   - {name: large, http: {url: "http://localhost:8000/v1", model: large-1, keyEnv: LARGE_KEY}}
 * </pre>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION, defaultImpl = EncoderSpec.Named.class)
@JsonSubTypes({
  @JsonSubTypes.Type(EncoderSpec.Named.class),
  @JsonSubTypes.Type(EncoderSpec.Onnx.class),
  @JsonSubTypes.Type(EncoderSpec.Http.class)
})
public sealed interface EncoderSpec {

  /** The encoder's name in tables; for a shipped encoder, which one. */
  String name();

  /** A shipped encoder, as it ships. */
  static EncoderSpec named(String name) {
    return new Named(name, 0);
  }

  /**
   * A shipped encoder.
   *
   * @param name one of {@link Encoders#names()}
   * @param maxLength tokens of a text; 0 for the encoder's own
   */
  record Named(String name, int maxLength) implements EncoderSpec {

    /** Checks the length. */
    @JsonCreator
    public Named(@JsonProperty("name") String name, @JsonProperty("maxLength") int maxLength) {
      this.name = Objects.requireNonNull(name, "an encoder must have a name");
      this.maxLength = Require.between("maxLength", maxLength, 0, 1 << 20);
    }

    /** As it ships. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Named(String name) {
      this(name, 0);
    }
  }

  /**
   * A local ONNX export.
   *
   * @param name what tables call it
   * @param onnx the folder and how the model is used
   */
  record Onnx(String name, OnnxFolder onnx) implements EncoderSpec {

    /** Checks that both are there. */
    public Onnx {
      Objects.requireNonNull(name, "an encoder must have a name");
      Objects.requireNonNull(onnx, "onnx must be given");
    }
  }

  /**
   * An endpoint.
   *
   * @param name what tables call it
   * @param http its address and how it is asked
   */
  record Http(String name, HttpEndpoint http) implements EncoderSpec {

    /** Checks that both are there. */
    public Http {
      Objects.requireNonNull(name, "an encoder must have a name");
      Objects.requireNonNull(http, "http must be given");
    }
  }
}
