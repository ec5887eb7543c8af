package org.routerlab.encoders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.embedding.EncoderException;
import org.routerlab.core.matrix.FloatMatrix;

class OnnxEncoderTest {

  private static final OnnxEncoderSpec SPEC =
      OnnxEncoderSpec.of(
          "all-minilm-l6-v2",
          ModelFile.resource("all-minilm-l6-v2.onnx"),
          ModelFile.resource("all-minilm-l6-v2-tokenizer.json"),
          Pooling.MEAN);
  private static final OnnxEncoder MINILM = new OnnxEncoder(SPEC);

  @TempDir Path directory;

  @AfterAll
  static void free() {
    MINILM.close();
  }

  @Test
  void sentencesThatMeanTheSameAreNearer() {
    FloatMatrix rows =
        MINILM.embed(
            List.of(
                "That is a happy person",
                "That is a very happy person",
                "That is a happy dog",
                "Today is a sunny day"));
    assertThat(dot(rows, 0, 1)).isGreaterThan(dot(rows, 0, 2));
    assertThat(dot(rows, 0, 2)).isGreaterThan(dot(rows, 0, 3));
    assertThat(dot(rows, 0, 1)).isCloseTo(0.94, within(0.02));
    assertThat(dot(rows, 0, 0)).isCloseTo(1, within(1e-6));
    assertThat(MINILM.dimension()).isEqualTo(384);
  }

  @Test
  void aVectorDependsOnTheTextAloneToTheBit() {
    List<String> texts = Texts.of(1, 40, 60);
    FloatMatrix all = MINILM.embed(texts);
    try (OnnxEncoder other = new OnnxEncoder(SPEC.withBatchSize(3), 3)) {
      List<String> reversed = new java.util.ArrayList<>(texts);
      java.util.Collections.reverse(reversed);
      FloatMatrix again = other.embed(reversed);
      for (int row = 0; row < texts.size(); row++) {
        assertBits(again.row(texts.size() - 1 - row), all.row(row));
      }
    }
    for (int row = 0; row < texts.size(); row += 5) {
      assertBits(MINILM.embed(texts.subList(row, row + 1)).row(0), all.row(row));
    }
  }

  @Test
  void aShortTextBesideALongOneKeepsItsBits() {
    List<String> texts = List.of("short", "long ".repeat(200));
    assertBits(MINILM.embed(texts).row(0), MINILM.embed(List.of("short")).row(0));
  }

  @Test
  void theMaximumLengthOverridesTheTokenizersOwn() {
    String word = "river ";
    List<String> texts = List.of(word.repeat(100), word.repeat(200), word.repeat(254) + "bank");
    long[][] tokens = tokens(SPEC, texts);
    assertThat(lengths(tokens)).containsExactly(102, 202, 256);
    assertThat(lengths(tokens(SPEC.withMaxLength(128), texts))).containsExactly(102, 128, 128);
    assertThat(lengths(tokens(SPEC.withMaxLength(1000), texts))).containsExactly(102, 202, 257);
    assertThat(lengths(tokens(SPEC.withMaxLength(1000), List.of(word.repeat(2000)))))
        .containsExactly(1000);
  }

  @Test
  void aLongTextDiffersByMaximumLengthAndAShortOneDoesNot() {
    List<String> texts = List.of("one two three", String.join(" ", Texts.of(2, 20, 20)));
    FloatMatrix at256 = MINILM.embed(texts);
    try (OnnxEncoder shorter = new OnnxEncoder(SPEC.withMaxLength(128))) {
      FloatMatrix at128 = shorter.embed(texts);
      assertBits(at128.row(0), at256.row(0));
      assertThat(Arrays.equals(at128.row(1), at256.row(1))).isFalse();
      assertThat(shorter.identity().fingerprint()).isNotEqualTo(MINILM.identity().fingerprint());
    }
  }

  @Test
  void everyWayOfUseHasItsOwnFingerprint() {
    List<OnnxEncoderSpec> specs =
        List.of(
            SPEC,
            SPEC.withPrefix("query: "),
            SPEC.withNormalise(false),
            SPEC.withMaxLength(255),
            SPEC.withPrecision("int8"),
            OnnxEncoderSpec.of("x", SPEC.model(), SPEC.tokenizer(), Pooling.CLS));
    assertThat(specs.stream().map(s -> new OnnxEncoder(s).identity().fingerprint()).distinct())
        .hasSize(specs.size());
    assertThat(new OnnxEncoder(SPEC.withBatchSize(32)).identity()).isEqualTo(MINILM.identity());
    assertThat(MINILM.identity().facts())
        .containsEntry("runtime", "onnxruntime 1.28.0")
        .containsEntry("max-length", "256")
        .containsEntry("pooling", "mean");
  }

  @Test
  void emptyStrangeAndBrokenTextsAreEmbedded() {
    List<String> texts = List.of("", "   ", "\ud800", "\u0000", "🦊".repeat(600), "日本語のテキスト");
    for (float value : MINILM.embed(texts).toArray()) {
      assertThat(value).isFinite();
    }
    assertBits(MINILM.embed(List.of("\ud800")).row(0), MINILM.embed(List.of("?")).row(0));
    assertThat(MINILM.embed(List.of()).columns()).isEqualTo(384);
  }

  @Test
  void poolingPrefixAndScaleDoWhatTheySay() {
    try (OnnxEncoder plain = new OnnxEncoder(SPEC.withNormalise(false));
        OnnxEncoder prefixed = new OnnxEncoder(SPEC.withPrefix("query: "));
        OnnxEncoder first =
            new OnnxEncoder(
                OnnxEncoderSpec.of("cls", SPEC.model(), SPEC.tokenizer(), Pooling.CLS))) {
      float[] unit = MINILM.embed(List.of("query: a text")).row(0);
      assertBits(prefixed.embed(List.of("a text")).row(0), unit);
      FloatMatrix raw = plain.embed(List.of("query: a text"));
      double norm = Math.sqrt(dot(raw, 0, 0));
      assertThat(norm).isNotCloseTo(1, within(0.01));
      assertThat(raw.get(0, 7) / norm).isCloseTo(unit[7], within(1e-6));
      assertThat(Arrays.equals(first.embed(List.of("query: a text")).row(0), unit)).isFalse();
    }
  }

  @Test
  void aLocalExportIsUsedByItsFolder() throws IOException {
    Files.write(directory.resolve("model.onnx"), SPEC.model().read());
    Files.write(directory.resolve("tokenizer.json"), SPEC.tokenizer().read());
    OnnxFolder folder =
        new OnnxFolder(directory.toString(), Pooling.MEAN, "", 256, true, OnnxEncoderSpec.FP32);
    try (OnnxEncoder local = new OnnxEncoder(folder.encoder("local"))) {
      List<String> texts = Texts.of(3, 5, 30);
      assertBits(local.embed(texts).toArray(), MINILM.embed(texts).toArray());
      assertThat(local.identity().fingerprint()).isEqualTo(MINILM.identity().fingerprint());
      assertThat(local.identity().name()).isEqualTo("local");
    }
    Files.writeString(directory.resolve("model.onnx_data"), "weights");
    assertThat(new OnnxEncoder(folder.encoder("local")).identity().fingerprint())
        .isNotEqualTo(MINILM.identity().fingerprint());
  }

  @Test
  void filesThatAreNoModelAreNamed() throws IOException {
    Path junk = Files.writeString(directory.resolve("junk"), "junk DynamicQuantizeLinear junk");
    OnnxEncoderSpec badModel =
        OnnxEncoderSpec.of("bad", ModelFile.path(junk), SPEC.tokenizer(), Pooling.MEAN);
    assertFails(badModel, "precision must be int8, for " + junk);
    assertFails(badModel.withBatchSize(1), "cannot load the model " + junk);
    assertFails(
        OnnxEncoderSpec.of("bad", SPEC.model(), ModelFile.path(junk), Pooling.MEAN),
        "cannot use the tokenizer " + junk);
    assertThatThrownBy(() -> ModelFile.resource("nowhere").sha256())
        .isInstanceOf(EncoderException.class)
        .hasMessageContaining("resource nowhere");
  }

  @Test
  void aTextLongerThanTheModelCanTakeIsAnErrorWithALength() {
    try (OnnxEncoder tooLong = new OnnxEncoder(SPEC.withMaxLength(1000))) {
      assertThatThrownBy(() -> tooLong.embed(List.of("river ".repeat(900), "short", "texts")))
          .isInstanceOf(EncoderException.class)
          .hasMessageContaining("902 tokens");
    }
  }

  @Test
  void rangesAreChecked() {
    assertThatThrownBy(() -> SPEC.withMaxLength(2)).hasMessageContaining("maxLength");
    assertThatThrownBy(() -> SPEC.withPrecision("int8").withBatchSize(8))
        .hasMessageContaining("batchSize must be 1");
    assertThatThrownBy(() -> SPEC.withPrecision("int9"))
        .hasMessageContaining("did you mean 'int8'");
  }

  @Test
  void bucketsHoldEveryRowOnceLongestFirst() {
    long[][] tokens = {new long[3], new long[9], new long[3], new long[5], new long[9]};
    Map<Integer, Integer> seen = new TreeMap<>();
    List<int[]> batches = LengthBuckets.of(tokens, 2);
    batches.forEach(batch -> Arrays.stream(batch).forEach(row -> seen.merge(row, 1, Integer::sum)));
    assertThat(seen).hasSize(5).containsValue(1).doesNotContainValue(2);
    assertThat(batches.get(0)).containsExactly(1, 4);
    assertThat(batches.get(1)).containsExactly(3, 0);
    assertThat(batches.get(2)).containsExactly(2);
  }

  private static long[][] tokens(OnnxEncoderSpec spec, List<String> texts) {
    try (TextTokenizer tokenizer = TextTokenizer.open(spec)) {
      return tokenizer.encode(texts);
    }
  }

  private static int[] lengths(long[][] tokens) {
    return Arrays.stream(tokens).mapToInt(ids -> ids.length).toArray();
  }

  private static void assertFails(OnnxEncoderSpec spec, String message) {
    try (OnnxEncoder encoder = new OnnxEncoder(spec)) {
      assertThatThrownBy(() -> encoder.embed(List.of("a")))
          .isInstanceOf(EncoderException.class)
          .hasMessageContaining(message);
    }
  }

  static void assertBits(float[] actual, float[] expected) {
    assertThat(Arrays.equals(actual, expected)).isTrue();
  }

  static double dot(FloatMatrix rows, int a, int b) {
    double sum = 0;
    for (int i = 0; i < rows.columns(); i++) {
      sum += (double) rows.get(a, i) * rows.get(b, i);
    }
    return sum;
  }
}
