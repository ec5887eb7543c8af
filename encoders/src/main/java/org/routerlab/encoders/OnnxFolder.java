package org.routerlab.encoders;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.routerlab.core.BadDataException;

/**
 * A folder with {@code model.onnx} and {@code tokenizer.json}, and how the model is used.
 *
 * @param path the folder
 * @param pooling from token vectors to the text's; must be declared, for the files do not say it
 * @param prefix put before every text; empty unless given
 * @param maxLength tokens of a text; 256 unless given
 * @param normalise whether vectors are scaled to length 1; true unless given
 * @param precision {@code fp32} unless given; see {@link OnnxEncoderSpec}
 */
public record OnnxFolder(
    String path,
    Pooling pooling,
    String prefix,
    int maxLength,
    boolean normalise,
    String precision) {

  /** Checks that folder and pooling are there. */
  public OnnxFolder {
    Objects.requireNonNull(path, "onnx.path must be given");
    Objects.requireNonNull(pooling, "onnx.pooling must be given: mean or cls");
    Objects.requireNonNull(prefix, "prefix");
    Objects.requireNonNull(precision, "precision");
  }

  /** From a configuration, where all but path and pooling may be absent. */
  @JsonCreator
  private static OnnxFolder parse(
      @JsonProperty("path") String path,
      @JsonProperty("pooling") Pooling pooling,
      @JsonProperty("prefix") String prefix,
      @JsonProperty("maxLength") Integer maxLength,
      @JsonProperty("normalise") Boolean normalise,
      @JsonProperty("precision") String precision) {
    return new OnnxFolder(
        path,
        pooling,
        Objects.requireNonNullElse(prefix, ""),
        Objects.requireNonNullElse(maxLength, 256),
        Objects.requireNonNullElse(normalise, true),
        Objects.requireNonNullElse(precision, OnnxEncoderSpec.FP32));
  }

  OnnxEncoderSpec encoder(String name) {
    return OnnxEncoderSpec.of(name, file("model.onnx"), file("tokenizer.json"), pooling)
        .withPrefix(prefix)
        .withMaxLength(maxLength)
        .withNormalise(normalise)
        .withPrecision(precision);
  }

  private ModelFile file(String name) {
    Path file = Path.of(path).resolve(name);
    if (!Files.isReadable(file)) {
      throw new BadDataException(
          path, "", "a folder with model.onnx and tokenizer.json", "no readable " + name);
    }
    return ModelFile.path(file);
  }
}
