package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.encoders.Encoders;

class EncoderProfilesTest {

  @Test
  void theProfileOfTheDefaultEncoderIsWhatItIs() throws IOException {
    EncoderProfiles.Profile profile = EncoderProfiles.of(Encoders.DEFAULT).orElseThrow();
    Encoder encoder = Encoders.create(Encoders.DEFAULT);
    assertThat(profile.dimension()).isEqualTo(encoder.dimension());
    assertThat(encoder.identity().facts())
        .containsEntry("max-length", Integer.toString(profile.maxTokens()));
    try (InputStream model =
        getClass().getClassLoader().getResourceAsStream("all-minilm-l6-v2.onnx")) {
      double bytes = model.transferTo(OutputStream.nullOutputStream());
      assertThat(profile.megabytes()).isCloseTo(bytes / 1e6, within(0.05));
    }
  }

  @Test
  void everyProfileIsOfAShippedEncoderAndNamesItsSource() {
    assertThat(EncoderProfiles.all())
        .extracting(EncoderProfiles.Profile::name)
        .isSubsetOf(Encoders.names())
        .doesNotHaveDuplicates();
    assertThat(EncoderProfiles.all())
        .allSatisfy(profile -> assertThat(profile.source()).contains("2024-07-06"));
    assertThat(EncoderProfiles.of("hashing")).isEmpty();
  }
}
