package org.routerlab.encoders;

import java.util.List;
import java.util.Objects;
import org.routerlab.core.Require;

/**
 * A model in ONNX form and how it is used.
 *
 * @param name the encoder's name in tables
 * @param model the ONNX graph, from {@code input_ids} and {@code attention_mask} to token vectors
 * @param tokenizer a Hugging Face {@code tokenizer.json}
 * @param pooling from token vectors to the text's
 * @param prefix put before every text, such as {@code "query: "}; often empty
 * @param maxLength tokens of prefix and text, the special ones included; what is longer is cut. The
 *     cut that the tokenizer file itself asks for is overridden
 * @param normalise whether vectors are scaled to length 1
 * @param batchSize texts a run of the model
 * @param precision {@code fp32}, {@code fp16} or {@code int8}. In {@code int8} a vector depends on
 *     the other texts of its batch, so that the batch size must be 1
 */
public record OnnxEncoderSpec(
    String name,
    ModelFile model,
    ModelFile tokenizer,
    Pooling pooling,
    String prefix,
    int maxLength,
    boolean normalise,
    int batchSize,
    String precision) {

  static final String FP32 = "fp32";
  static final String INT8 = "int8";

  /** Checks the ranges. */
  public OnnxEncoderSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(tokenizer, "tokenizer");
    Objects.requireNonNull(pooling, "pooling");
    Objects.requireNonNull(prefix, "prefix");
    // Below 3 nothing of the text is left beside the two special tokens.
    Require.between("maxLength", maxLength, 3, 1 << 20);
    Require.positive("batchSize", batchSize);
    Require.known("precision", precision, List.of(FP32, "fp16", INT8));
    if (precision.equals(INT8) && batchSize != 1) {
      throw new IllegalArgumentException(
          "batchSize must be 1 for precision int8, whose vectors depend on the batch, but is "
              + batchSize);
    }
  }

  /** A model of single precision: no prefix, at most 256 tokens, vectors of length 1. */
  public static OnnxEncoderSpec of(
      String name, ModelFile model, ModelFile tokenizer, Pooling pooling) {
    return new OnnxEncoderSpec(name, model, tokenizer, pooling, "", 256, true, 8, FP32);
  }

  /** With another prefix. */
  public OnnxEncoderSpec withPrefix(String other) {
    return new OnnxEncoderSpec(
        name, model, tokenizer, pooling, other, maxLength, normalise, batchSize, precision);
  }

  /** With another maximum length. */
  public OnnxEncoderSpec withMaxLength(int other) {
    return new OnnxEncoderSpec(
        name, model, tokenizer, pooling, prefix, other, normalise, batchSize, precision);
  }

  /** With or without scaling to length 1. */
  public OnnxEncoderSpec withNormalise(boolean other) {
    return new OnnxEncoderSpec(
        name, model, tokenizer, pooling, prefix, maxLength, other, batchSize, precision);
  }

  /** With another batch size. */
  public OnnxEncoderSpec withBatchSize(int other) {
    return new OnnxEncoderSpec(
        name, model, tokenizer, pooling, prefix, maxLength, normalise, other, precision);
  }

  /** With another precision; {@code int8} sets the batch size to 1. */
  public OnnxEncoderSpec withPrecision(String other) {
    int size = other.equals(INT8) ? 1 : batchSize;
    return new OnnxEncoderSpec(
        name, model, tokenizer, pooling, prefix, maxLength, normalise, size, other);
  }
}
