package org.routerlab.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.routerlab.datasets.fetch.Laboratory.PREFIX;
import static org.routerlab.datasets.fetch.Laboratory.content;
import static org.routerlab.datasets.fetch.Laboratory.entry;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests go, and where the token does not. */
@Timeout(60)
class TokenAndRedirectTest {

  private static final String PATH = PREFIX + "a.json";
  private static final byte[] A = content(5000);
  private static final String ENTRY = entry("a.json", A);
  private static final String TOKEN = "hf_SecretOfTheUser";

  @TempDir Path data;

  private Laboratory lab;

  @BeforeEach
  void serve() throws IOException {
    lab = new Laboratory(data);
    lab.environment.put("HF_TOKEN", TOKEN);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void theTokenGoesToTheHubAndNotWhereItsRedirectsLead() {
    lab.server.on(PATH, Answers.redirect("/renamed/a.json"));
    lab.server.on("/renamed/a.json", Answers.redirect(lab.server.otherAddress() + "/store/a"));
    lab.server.on("/store/a", Answers.redirect(lab.server.address() + "/store/b"));
    lab.server.on("/store/b", Answers.file(A, "\"1\""));
    lab.fetch(ENTRY);
    assertThat(lab.installed("a.json")).hasBinaryContent(A);
    assertThat(lab.server.asked())
        .filteredOn(asked -> asked.path().equals("/store/a"))
        .extracting(FileServer.Asked::authorization)
        .containsExactly((String) null);
    assertThat(lab.server.asked().get(0).authorization()).isEqualTo("Bearer " + TOKEN);
    assertThat(lab.server.asked().get(1).authorization()).isEqualTo("Bearer " + TOKEN);
  }

  @Test
  void onceARequestHasLeftTheHubNoRedirectBringsTheTokenBack() {
    lab.server.on(PATH, Answers.redirect(lab.server.otherAddress() + "/elsewhere"));
    lab.server.on("/elsewhere", Answers.redirect(lab.server.address() + "/back"));
    lab.server.on("/back", Answers.file(A, "\"1\""));
    lab.fetch(ENTRY);
    assertThat(lab.server.asked().get(2).authorization()).isNull();
  }

  @Test
  void gitHubNeverGetsTheToken() {
    String path = "/lab/set/" + Laboratory.REVISION + "/a.json";
    lab.environment.put("ROUTERLAB_GITHUB_RAW", lab.server.address() + "/");
    lab.environment.remove("ROUTERLAB_HF_ENDPOINT");
    lab.server.on(path, Answers.file(A, "\"1\""));
    lab.fetch(
        ENTRY.replace("https://huggingface.co" + PATH, Host.GITHUB.prefix() + path.substring(1)));
    assertThat(lab.installed("a.json")).hasBinaryContent(A);
    assertThat(lab.server.asked()).extracting(FileServer.Asked::authorization).containsOnlyNulls();
  }

  @Test
  void theHubsOwnVariableNamesAMirrorUnlessRouterLabsDoes() {
    Endpoints hub = new Endpoints(Map.of("HF_ENDPOINT", "https://hub.example/")::get);
    Endpoints both =
        new Endpoints(
            Map.of(
                    "HF_ENDPOINT",
                    "https://hub.example",
                    "ROUTERLAB_HF_ENDPOINT",
                    "https://m.example/x")
                ::get);
    URI address = URI.create("https://huggingface.co/datasets/a/b");
    assertThat(hub.resolve(address)).hasToString("https://hub.example/datasets/a/b");
    assertThat(both.resolve(address)).hasToString("https://m.example/x/datasets/a/b");
  }

  @Test
  void theTokenIsNotSentOverPlainHttpToAnotherMachine() {
    for (String base : new String[] {"http://hub.example", "https://hub.example"}) {
      Endpoints endpoints = new Endpoints(Map.of("HF_ENDPOINT", base, "HF_TOKEN", TOKEN)::get);
      assertThat(endpoints.tokenFor(URI.create(base + "/datasets/a")).isPresent())
          .isEqualTo(base.startsWith("https"));
      assertThat(endpoints.tokenFor(URI.create("https://hub.example.evil/a"))).isEmpty();
      assertThat(endpoints.tokenFor(URI.create("https://huggingface.co/a"))).isEmpty();
      assertThat(endpoints.tokenFor(URI.create("https://hub.example:8443/a"))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aGatedSetSaysWhatToDoAndIsAskedOnce(int status) {
    lab.environment.remove("HF_TOKEN");
    lab.server.on(PATH, Answers.status(status));
    assertThatThrownBy(() -> lab.fetch(ENTRY))
        .isInstanceOf(FetchException.class)
        .hasMessageEndingWith(
            "found status "
                + status
                + "; accept the licence at https://huggingface.co/datasets/lab/set and set HF_TOKEN"
                + " to a token of that account (https://huggingface.co/settings/tokens)");
    assertThat(lab.server.asked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 404, 500})
  void noMessageNoteOrRecordHasTheToken(int status) throws IOException {
    lab.server.on(PATH, Answers.status(status, "WWW-Authenticate", "Bearer " + TOKEN));
    StringWriter everything = new StringWriter();
    catchThrowable(() -> lab.fetch(ENTRY)).printStackTrace(new PrintWriter(everything));
    lab.server.on(PATH, Answers.file(A, "\"1\""));
    everything.append(lab.fetch(ENTRY).toString()).append(lab.record());
    everything.append(lab.notes.toString());
    for (String file : lab.present()) {
      everything.append(
          Files.readString(data.resolve(file), java.nio.charset.StandardCharsets.ISO_8859_1));
    }
    assertThat(everything.toString()).isNotEmpty().doesNotContain(TOKEN);
  }

  @Test
  void aTokenThatIsNoneIsNotRepeated() {
    lab.environment.put("HF_TOKEN", "hf_Secret\nOfTheUser");
    assertThatThrownBy(() -> lab.fetch(ENTRY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("HF_TOKEN must be printable ASCII without spaces but holds something else");
  }

  @Test
  void redirectsInACircleAndWithoutEndAreRefused() {
    lab.server.on(PATH, Answers.redirect("/x"));
    lab.server.on("/x", Answers.redirect(PATH));
    assertThatThrownBy(() -> lab.fetch(ENTRY))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("expected at most 10 redirects and none in a circle");
    lab.server.on(
        PATH, (exchange, time) -> Answers.redirect(PATH + "?" + time).answer(exchange, time));
    lab.server.on(PATH, (e, time) -> Answers.redirect(PREFIX + "a.json?n=" + time).answer(e, time));
    assertThatThrownBy(() -> lab.fetch(ENTRY)).hasMessageContaining("at most 10 redirects");
    assertThat(lab.server.asked().size()).isBetween(12, 16);
  }

  @Test
  void aRedirectFromHttpsToHttpIsRefusedAndItsQueryIsNotShown() {
    URI from = URI.create("https://hub.example/a");
    assertThatThrownBy(() -> Redirect.target(from, "http://plain.example/b?Signature=secret"))
        .isInstanceOf(FetchException.class)
        .hasMessage(
            "https://hub.example/a: expected redirects to stay with https, found one to"
                + " http://plain.example/b; name a mirror or try later");
    assertThatThrownBy(() -> Redirect.target(from, "file:///etc/passwd"))
        .isInstanceOf(FetchException.class);
    assertThatThrownBy(() -> Redirect.target(from, "")).isInstanceOf(FetchException.class);
    assertThat(Redirect.target(from, "../b?c")).hasToString("https://hub.example/../b?c");
  }

  @Test
  void aMirrorThatIsNoAddressIsRefused() {
    lab.environment.put("ROUTERLAB_HF_ENDPOINT", "https://user:secret@mirror.example");
    assertThatThrownBy(() -> lab.fetch(ENTRY))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .startsWith("ROUTERLAB_HF_ENDPOINT must be an address")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/?t=secret", "?t=secret", "/#secret", "/mirror/?", "#"})
  void aMirrorWithAQueryOrAFragmentIsRefused(String end) {
    lab.environment.put("ROUTERLAB_HF_ENDPOINT", lab.server.address() + end);
    assertThatThrownBy(() -> lab.fetch(ENTRY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "ROUTERLAB_HF_ENDPOINT must be an address such as https://mirror.example, without a"
                + " user's name, a query (?) or a fragment (#) in it");
    assertThat(lab.server.asked()).isEmpty();
    assertThat(lab.present()).isEmpty();
  }
}
