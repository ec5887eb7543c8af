package org.routerlab.core.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EncoderIdentityTest {

  @Test
  void theFingerprintDependsOnFactsAndNotOnTheName() {
    EncoderIdentity one = EncoderIdentity.of("one", Map.of("a", "1", "b", "2"));
    assertThat(EncoderIdentity.of("two", Map.of("b", "2", "a", "1")).fingerprint())
        .isEqualTo(one.fingerprint())
        .matches("[0-9a-f]{32}");
    assertThat(EncoderIdentity.of("one", Map.of("a", "1", "b", "3")).fingerprint())
        .isNotEqualTo(one.fingerprint());
  }

  @Test
  void textMovedBetweenFactsChangesTheFingerprint() {
    assertThat(EncoderIdentity.of("e", Map.of("a", "1\n1:b=1:2")).fingerprint())
        .isNotEqualTo(EncoderIdentity.of("e", Map.of("a", "1", "b", "2")).fingerprint());
  }

  @Test
  void theJsonForPeopleEscapesWhatJsonReserves() {
    EncoderIdentity identity = EncoderIdentity.of("a\"b\\c", Map.of("prefix", "line\nfeed"));
    assertThat(IdentityJson.of(identity))
        .contains("\"name\": \"a\\\"b\\\\c\"", "\"prefix\": \"line\\u000afeed\"");
  }
}
