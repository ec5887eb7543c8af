package org.routerlab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** Folders of every shape, through all formats. */
class FormatsTest {

  private static final List<String> ODD_LABELS =
      List.of(
          "a_b%c&d<e>{f}$g#h^i~j\\k|l*m`n[o]\"p'q",
          "${page.name} <#list x as y> [=page.name] [#if]",
          "ünïcode-路由器-λ±≈",
          "mlp{hidden=1024,layers=3,dropout=0.25,learning-rate=0.00037,epochs=200,seed-policy=all}",
          "</title><script>alert(1)</script>",
          "]]> <!-- --> &amp;");

  @TempDir Path temporary;

  static Stream<Rows> folders() {
    Rows one = new Rows().references().accuracy("knn", "e", 0.7);
    Rows onlyReferences = new Rows().references();
    Rows forty = new Rows().references();
    for (int i = 0; i < 40; i++) {
      forty.accuracy("router-" + i, "e", 0.5 + i / 200.0);
      for (int budget = 1; budget < 4; budget++) {
        forty.curves.add(curve("router-" + i, "budget", budget, 0.5 + i * budget / 1000.0));
        forty.curves.add(curve("router-" + i, "lambda", budget / 4.0, 0.5 + i / 1000.0));
        forty.selection.add(new SelectionShare("bench", "e", "router-" + i, "m" + budget, 1 / 3.0));
      }
    }
    Rows odd = new Rows().references();
    ODD_LABELS.forEach(label -> odd.accuracy(label, "an_odd&<encoder>%", 0.6));
    ODD_LABELS.forEach(label -> odd.add("dataset:" + label, label, "e%", "accuracy", 0.6, 5));
    Rows encoders = new Rows().references();
    for (int i = 0; i < 7; i++) {
      encoders.accuracy("knn", "encoder-" + i, 0.6 + i / 100.0);
    }
    Rows undefined = new Rows().accuracy("knn", "e", Double.NaN);
    return Stream.of(one, onlyReferences, forty, odd, encoders, undefined);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void thePageIsWellFormedAndAccessible(Rows rows) throws Exception {
    Document page = parse(Files.readString(write(rows).resolve("index.html")));

    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    NodeList headings = page.getElementsByTagName("th");
    for (int i = 0; i < headings.getLength(); i++) {
      assertThat(headings.item(i).getAttributes().getNamedItem("scope")).isNotNull();
    }
    assertThat(page.getElementsByTagName("caption").getLength())
        .isEqualTo(page.getElementsByTagName("table").getLength());
    NodeList drawings = page.getElementsByTagName("svg");
    for (int i = 0; i < drawings.getLength(); i++) {
      boolean hidden = drawings.item(i).getAttributes().getNamedItem("aria-hidden") != null;
      boolean labelled = drawings.item(i).getAttributes().getNamedItem("aria-labelledby") != null;
      assertThat(hidden || labelled).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void thePageLoadsNothingAndNamesNothingTwice(Rows rows) throws Exception {
    String html = Files.readString(write(rows).resolve("index.html"));
    Document page = parse(html);

    assertThat(html).doesNotContain("http:", "https:", "src=", "@import", "url(");
    List<String> ids =
        html.lines()
            .flatMap(line -> Stream.of(line.split(" id=\"")).skip(1))
            .map(rest -> rest.substring(0, rest.indexOf('"')))
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
    NodeList links = page.getElementsByTagName("a");
    for (int i = 0; i < links.getLength(); i++) {
      String target = links.item(i).getAttributes().getNamedItem("href").getNodeValue();
      assertThat(ids).contains(target.substring(1));
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void theLatexSourceIsBalanced(Rows rows) throws IOException {
    String latex = Files.readString(write(rows).resolve("table.tex"));
    String bare = latex.replaceAll("\\\\[\\\\{}%$&#_]", "");

    assertThat(count(bare, "{")).isEqualTo(count(bare, "}"));
    assertThat(count(bare, "$") % 2).isZero();
    assertThat(count(latex, "\\begin{")).isEqualTo(count(latex, "\\end{"));
    assertThat(latex.lines().skip(1)).noneMatch(line -> line.replace("\\%", "").contains("%"));
    assertThat(latex.lines().filter(line -> line.contains("\\label{")).toList())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void everyRowOfAMarkdownTableHasItsCells(Rows rows) throws IOException {
    String markdown = Files.readString(write(rows).resolve("table.md"));
    int expected = 0;
    for (String line : markdown.lines().toList()) {
      int bars = count(line.replace("\\|", ""), "|");
      boolean inTable = line.startsWith("|");
      if (inTable && expected > 0) {
        assertThat(bars).as(line).isEqualTo(expected);
      }
      expected = inTable ? bars : 0;
    }
    assertThat(markdown).doesNotContain("<script", "NaN", "null");
  }

  @ParameterizedTest
  @MethodSource("folders")
  void theCsvHasOneRowARouterAndReference(Rows rows) throws IOException {
    List<Csv.Entry> entries = Csv.read(write(rows).resolve("table.csv"));
    int lines = ComparisonTable.of(rows.folder()).stream().mapToInt(t -> t.lines().size()).sum();

    assertThat(entries).hasSize(1 + lines);
    assertThat(entries)
        .allSatisfy(e -> assertThat(e.cells()).hasSameSizeAs(entries.get(0).cells()));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void theTerminalTextFitsUnlessALabelAloneDoesNot(Rows rows) throws IOException {
    String text = Report.write(prepare(rows), 100);

    assertThat(text).doesNotContain("NaN", "null");
    assertThat(text.lines())
        .allSatisfy(
            line -> assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(100));
  }

  private Path write(Rows rows) throws IOException {
    Path folder = prepare(rows);
    Report.write(folder);
    return folder;
  }

  private Path prepare(Rows rows) throws IOException {
    ResultsFolder folder = rows.folder();
    try (var results = Files.newBufferedWriter(temporary.resolve("results.csv"));
        var curves = Files.newBufferedWriter(temporary.resolve("curves.csv"));
        var selection = Files.newBufferedWriter(temporary.resolve("selection.csv"))) {
      ResultsCsv.write(folder.results(), results);
      CurvesCsv.write(folder.curves(), curves);
      SelectionCsv.write(folder.selection(), selection);
    }
    Files.writeString(temporary.resolve("config.yaml"), "name: \"<odd> & ${odd}\"\n");
    Files.writeString(temporary.resolve("provenance.json"), "{\"<k>\": \"a & b\"}");
    return temporary;
  }

  private static CurvePoint curve(String router, String curve, double x, double accuracy) {
    return new CurvePoint(
        "bench", "e", router, curve, x, accuracy, accuracy - 0.01, accuracy + 0.01, x / 10);
  }

  private static Document parse(String html) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    builder.setErrorHandler(new DefaultHandler());
    return builder.parse(new InputSource(new StringReader(html)));
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }
}
