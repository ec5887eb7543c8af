package org.routerlab.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.routerlab.datasets.fetch.Laboratory.entry;
import static org.routerlab.datasets.fetch.Laboratory.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.routerlab.core.BadDataException;

/** The data file of what can be fetched. */
class SourcesTest {

  private static final String FILE = entry("a.json", "");

  private static void assertRefused(String json, String... words) {
    assertThatThrownBy(() -> Sources.parse("lab.json", json))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith("lab.json")
        .hasMessageContainingAll(words)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void everyBundledSourceIsPinnedOrSaysThatItIsNot() {
    assertThat(Sources.bundled().all()).isNotEmpty();
    for (Source source : Sources.bundled().all()) {
      for (RemoteFile file : source.files()) {
        assertThat(file.revision()).as(file.path()).matches("[0-9a-f]{40}|main");
        assertThat(file.address().getScheme()).isEqualTo("https");
      }
      assertThat(source.licence()).as(source.name()).isNotBlank();
      assertThat(source.page()).startsWith("https://");
      assertThat(source.paper().orElse("https://")).startsWith("https://");
    }
  }

  @Test
  void anUnknownKeyNamesTheNearest() {
    assertRefused(
        json(entry("a.json", ", \"sha265\": \"0\"")),
        "benchmark 1 (lab), files 1: expected known keys, found unknown key 'sha265'; did you mean"
            + " 'sha256'?");
    assertRefused(json(FILE).replace("\"licence\"", "\"license\""), "did you mean 'licence'?");
    assertRefused(
        json(entry("a.zip", ", \"unpack\": {\"kind\": \"zip\", \"limit\": 3}")),
        "files 1, unpack: expected known keys");
  }

  @Test
  void aMissingKeyIsNamed() {
    assertRefused(
        json(FILE).replace("\"licence\": \"MIT\", ", ""), "a text for licence, found none");
    assertRefused(json("{\"path\": \"a\"}"), "files 1: expected a text for address, found none");
    assertRefused(json(), "files must not be empty");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bytes|12.5|a whole number for bytes, found 12.5",
        "bytes|-1|bytes must be >= 0 but is -1",
        "bytes|99999999999999999999|a whole number for bytes",
        "sha256|\"ABC\"|sha256 must be 64 lower-case hexadecimal digits but is 'ABC'",
        "git_blob|\"12\"|git_blob must be 40",
        "revision|\"v1\"|revision must be a full commit or main but is v1",
        "revision|\"main\"|address must have the revision main in it",
        "unpack|{\"kind\": \"rar\", \"into\": \".\", \"bytes\": 1, \"entries\": 1, \"ratio\": 1}|archive 'rar'",
        "unpack|{\"kind\": \"zip\", \"into\": \"../x\", \"bytes\": 1, \"entries\": 1, \"ratio\": 1}|into must be",
        "unpack|{\"kind\": \"zip\", \"into\": \".\", \"bytes\": 0, \"entries\": 1, \"ratio\": 1}|bytes must be",
      })
  void aValueThatBreaksARuleIsNamed(String key, String value, String message) {
    assertRefused(json(entry("a.json", ", \"" + key + "\": " + value)), message);
  }

  @Test
  void pathsStayInTheFolderAndDiffer() {
    assertRefused(json(entry("../a.json", "")), "path must be a path below the folder");
    assertRefused(json(entry("fetched.json", "")), "path must not be fetched.json");
    assertRefused(json(FILE, entry("A.json", "")), "paths must differ but two are A.json");
  }

  @Test
  void otherHostsAndBranchesOfGitHubAreRefused() {
    assertRefused(json(FILE.replace("huggingface.co", "example.org")), "address must begin with");
    assertRefused(
        json(FILE.replace("huggingface.co", "huggingface.co.evil.org")), "address must begin with");
    assertRefused(
        json(
            "{\"path\": \"a\", \"revision\": \"main\","
                + " \"address\": \"https://raw.githubusercontent.com/a/b/main/a\"}"),
        "revision must be a full commit but is main");
  }

  @Test
  void whatIsNoListOfBenchmarksIsRefused() {
    assertRefused("{}", "a list of benchmarks, found object");
    assertRefused("[3]", "benchmark 1: expected an object, found number");
    assertRefused("[", "expected JSON");
    assertRefused("[{\"name\": \"a\", \"name\": \"b\"}]", "expected JSON");
  }

  @Test
  void anUnknownBenchmarkNamesTheNearest() {
    assertThatThrownBy(() -> Sources.parse("lab.json", json(FILE)).named("lap"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown benchmark to fetch 'lap'; did you mean 'lab'? known: [lab]");
  }
}
