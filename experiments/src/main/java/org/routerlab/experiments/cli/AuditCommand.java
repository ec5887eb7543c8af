package org.routerlab.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.routerlab.datasets.Audit;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.Finding;
import org.routerlab.datasets.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code routerlab datasets audit}: what is wrong with a benchmark. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = {
      "Looks for what commonly goes wrong when a benchmark is put together.",
      "Exit code 1 where something grave was found."
    })
final class AuditCommand implements Callable<Integer> {

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Mixin private DatasetSource source;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    // A table that a run would refuse for a score out of range is still to be looked at.
    Benchmark benchmark = source.clipping().read();
    List<Finding> findings = Audit.of(benchmark);
    boolean grave = findings.stream().anyMatch(finding -> finding.severity() == Severity.GRAVE);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(Json.text(findings.stream().map(AuditCommand::entry).toList()));
    } else {
      out.println(
          benchmark.name()
              + ": "
              + benchmark.queries().size()
              + " queries × "
              + benchmark.outcomes().pool().size()
              + " models");
      findings.forEach(
          finding ->
              out.println(
                  "  " + finding.severity() + " " + finding.kind() + ": " + finding.message()));
      out.println(findings.isEmpty() ? "  nothing found" : "  " + verdict(findings, grave));
    }
    out.flush();
    return grave ? Main.DIFFERS : 0;
  }

  private static Map<String, String> entry(Finding finding) {
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    entry.put("kind", finding.kind().toString());
    entry.put("message", finding.message());
    return entry;
  }

  private static String verdict(List<Finding> findings, boolean grave) {
    return findings.size()
        + (findings.size() == 1 ? " finding" : " findings")
        + (grave ? "; grave ones are among them" : "; none is grave");
  }
}
