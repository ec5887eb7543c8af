package org.routerlab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelTest {

  @Test
  void aLabelThatFitsIsLeftAlone() {
    assertThat(Label.shorten("knn{k=40}", 9)).isEqualTo("knn{k=40}");
  }

  @Test
  void aLongLabelIsCutBetweenWords() {
    assertThat(Label.shorten("intermediate, deep-engineering code-like", 36))
        .isEqualTo("intermediate, deep…code-like");
  }

  @Test
  void aLabelWithoutBlanksAndHyphensIsCutInItsMiddle() {
    assertThat(Label.shorten("abcdefghijklmnopqrstuvwxyzabcdefghijklmn", 11))
        .isEqualTo("abcde…jklmn");
  }

  @Test
  void aShortenedLabelIsNeverLongerThanAsked() {
    String label = "one two-three four, five six seven eight nine";
    for (int longest = 3; longest < label.length(); longest++) {
      assertThat(Label.shorten(label, longest).length()).isLessThanOrEqualTo(longest);
    }
  }
}
