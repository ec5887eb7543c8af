package org.routerlab.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.routerlab.datasets.PriceList;
import org.routerlab.datasets.PriceLists;
import org.routerlab.datasets.fetch.Source;
import org.routerlab.datasets.fetch.Sources;
import org.routerlab.datasets.formats.Format;
import org.routerlab.datasets.formats.Formats;
import org.routerlab.experiments.Catalogue;
import org.routerlab.experiments.FormatBinder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code routerlab datasets list}: datasets that are here or to fetch, formats, price lists. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description =
        "Lists the datasets that are here, those to fetch, the formats that are read, and price lists.")
final class DatasetsListCommand implements Callable<Integer> {

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Mixin private Folders folders;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Map<String, List<Map<String, String>>> all = new LinkedHashMap<>();
    all.put("datasets", Catalogue.datasets(folders.data()));
    all.put("to fetch", Sources.bundled().all().stream().map(DatasetsListCommand::entry).toList());
    all.put("formats", formats());
    all.put("price lists", PriceLists.shipped().stream().map(DatasetsListCommand::entry).toList());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Catalogue.toJson(all));
    } else {
      all.forEach((title, entries) -> out.print(EntryText.of(title, entries)));
    }
    out.flush();
    return 0;
  }

  private static List<Map<String, String>> formats() throws IOException {
    List<Map<String, String>> entries = new ArrayList<>();
    for (Format format : Formats.all()) {
      Map<String, String> entry = new LinkedHashMap<>();
      entry.put("name", format.name());
      entry.put("files", format.files());
      String choices = FormatBinder.choices(format);
      if (!choices.equals("{}")) {
        entry.put("choices", choices);
      }
      entry.put("documentation", format.documentation());
      entries.add(entry);
    }
    return entries;
  }

  private static Map<String, String> entry(Source source) {
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("name", source.name());
    entry.put("title", source.title());
    source.format().ifPresent(format -> entry.put("format", format));
    entry.put("licence", source.licence());
    entry.put("page", source.page());
    return entry;
  }

  private static Map<String, String> entry(PriceList list) {
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("name", list.name());
    entry.put("models", String.join(", ", list.prices().keySet()));
    entry.put("source", list.source());
    return entry;
  }
}
