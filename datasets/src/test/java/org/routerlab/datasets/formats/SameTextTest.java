package org.routerlab.datasets.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameTextTest {

  @Test
  void blanksOfAnyKindMakeNoDifference() {
    assertThat(SameText.butForBlanks("a b\nc", "abc")).isTrue();
    assertThat(SameText.butForBlanks("a\r\nb", " a\u2028b\u00a0\t")).isTrue();
    assertThat(SameText.butForBlanks("", " \n")).isTrue();
  }

  @Test
  void everyOtherSignDoes() {
    assertThat(SameText.butForBlanks("a b", "a B")).isFalse();
    assertThat(SameText.butForBlanks("a b", "a b.")).isFalse();
    assertThat(SameText.butForBlanks("a b.", "a b")).isFalse();
    assertThat(SameText.butForBlanks("ab", "ba")).isFalse();
  }
}
