package org.routerlab.experiments.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.routerlab.datasets.fetch.FetchSettings;
import org.routerlab.datasets.fetch.Fetcher;
import org.routerlab.datasets.fetch.Source;
import org.routerlab.datasets.fetch.Sources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code routerlab datasets fetch}: benchmarks from where their authors put them. */
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    description = {
      "Downloads benchmarks into folders of the data directory, checks them, and",
      "installs them whole or not at all. A broken download goes on where it was;",
      "an installed benchmark is checked.",
      "Mirrors: ROUTERLAB_HF_ENDPOINT or HF_ENDPOINT, ROUTERLAB_GITHUB_RAW.",
      "Proxies: HTTPS_PROXY, NO_PROXY. Gated sets: HF_TOKEN, which goes to the hub",
      "or its mirror and nowhere else."
    })
final class FetchCommand implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", arity = "1..*", description = "a benchmark")
  private List<String> names;

  @Option(names = "--force", description = "fetch what is installed again, and tell what changed")
  private boolean force;

  @Mixin private Folders folders;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<Source> sources = names.stream().distinct().map(Sources.bundled()::named).toList();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Fetcher fetcher = new Fetcher(FetchSettings.standard(folders.progress(), err::println));
    for (Source source : sources) {
      fetcher.fetch(source, folders.data(), force).forEach(out::println);
      out.flush();
    }
    return 0;
  }
}
