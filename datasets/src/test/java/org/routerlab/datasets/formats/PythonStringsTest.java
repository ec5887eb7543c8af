package org.routerlab.datasets.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonStringsTest {

  @Test
  void eitherQuoteEnclosesAString() {
    assertThat(PythonStrings.parse("['a \"b\"', \"it's\", '']"))
        .containsExactly("a \"b\"", "it's", "");
  }

  @Test
  void escapesStandForTheirSigns() {
    assertThat(PythonStrings.parse("['1\\n2\\r3\\t4\\\\5\\'6\\\"7\\xa08\\u20ac9\\U0001f600']"))
        .containsExactly("1\n2\r3\t4\\5'6\"7\u00a08\u20ac9\ud83d\ude00");
  }

  @Test
  void onlyABracketAndAQuoteBeginAList() {
    assertThat(PythonStrings.begins("['a']")).isTrue();
    assertThat(PythonStrings.begins("[\"a\"]")).isTrue();
    assertThat(PythonStrings.begins("[1, 2]")).isFalse();
    assertThat(PythonStrings.begins("It's")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      delimiter = ';',
      value = {
        "['a'; at sign 5 the end instead of ',' or ']'",
        "['a; at sign 4 the end instead of a closing quote",
        "['a'] b; at sign 6 ' ' instead of the end",
        "['a' 'b']; at sign 5 ' ' instead of ',' or ']'",
        "['a', 1]; at sign 7 '1' instead of a quote",
        "['\\q']; at sign 4 'q' instead of an escape that Python prints",
        "['\\xg0']; at sign 5 'g' instead of a hexadecimal digit",
        "['\\UFFFFFFFF']; at sign 5 'F' instead of a code point of Unicode",
        "a; at sign 1 'a' instead of '['",
      })
  void whatIsNoListOfStringsIsComplainedOfWithItsPlace(String literal, String message) {
    assertThatThrownBy(() -> PythonStrings.parse(literal))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
