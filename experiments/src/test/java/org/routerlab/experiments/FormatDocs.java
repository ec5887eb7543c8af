package org.routerlab.experiments;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.routerlab.datasets.formats.Format;
import org.routerlab.datasets.formats.Formats;

/** Writes {@code docs/published-formats.md} from the code. */
final class FormatDocs {

  private FormatDocs() {}

  /** A section a format: its files, its documentation, its choices. */
  static String formats() throws IOException {
    StringBuilder out = new StringBuilder();
    out.append("<!-- Written from the code; a test compares. To write it again: ")
        .append(FormatDocsTest.COMMAND)
        .append(" -->\n\n# Published formats\n\n")
        .append(Formats.all().size())
        .append(
            " layouts in which routing benchmarks are published. `./routerlab datasets convert SOURCE"
                + " --format FORMAT --out DIR` makes a routing table of one; `--with CHOICE=VALUE` makes"
                + " a choice that the publication leaves open. Every file may be gzipped, Parquet aside."
                + "\n");
    for (Format format : Formats.all()) {
      SourceDocs docs = SourceDocs.of(format.getClass());
      out.append("\n## ").append(format.name()).append("\n\n");
      docs.paragraphs().forEach(paragraph -> out.append(paragraph).append("\n\n"));
      out.append("Files: ").append(format.files()).append(".\n\n");
      out.append("Documented at: ").append(format.documentation()).append("\n");
      JsonNode defaults = RecordBinder.JSON.valueToTree(format);
      if (!defaults.isEmpty()) {
        out.append("\n| choice | default | meaning |\n|---|---|---|\n");
        docs.parameters()
            .forEach(
                (name, meaning) ->
                    out.append("| `")
                        .append(name)
                        .append("` | `")
                        .append(defaults.path(name).asText(defaults.path(name).toString()))
                        .append("` | ")
                        .append(meaning)
                        .append(" |\n"));
      }
    }
    return out.toString();
  }
}
