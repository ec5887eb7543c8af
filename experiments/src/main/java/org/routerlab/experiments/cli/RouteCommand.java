package org.routerlab.experiments.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.routerlab.core.embedding.CachedEncoder;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.encoders.EncoderSpec;
import org.routerlab.encoders.Encoders;
import org.routerlab.semantic.RouteDecision;
import org.routerlab.semantic.RouteSet;
import org.routerlab.semantic.SimilarUtterance;
import org.routerlab.semantic.UtteranceIndex;
import org.routerlab.semantic.UtteranceSets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code routerlab route}: sends one query to a route and says why. */
@Command(
    name = "route",
    mixinStandardHelpOptions = true,
    description = "Routes a text with the A2B utterance router and explains the decision.")
final class RouteCommand implements Callable<Integer> {

  @Parameters(paramLabel = "TEXT", description = "the query")
  private String text;

  @Option(names = "--encoder", paramLabel = "NAME", description = "default ${DEFAULT-VALUE}")
  private String encoder = "all-minilm-l6-v2";

  @Option(
      names = "--utterances-per-route",
      paramLabel = "N",
      description = "how many of each route's utterances to use; default ${DEFAULT-VALUE}")
  private int utterancesPerRoute = 16;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description = "the lowest cosine that counts, in [-1, 1]; default ${DEFAULT-VALUE}")
  private double threshold = 0;

  @Option(
      names = "--fallback",
      paramLabel = "ROUTE",
      description = "takes what is below the threshold; default ${DEFAULT-VALUE}")
  private String fallback = "general-chat";

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Mixin private Folders folders;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    if (text.isBlank()) {
      throw new IllegalArgumentException("the text to route must not be blank");
    }
    Encoder cached =
        new CachedEncoder(
            Encoders.create(EncoderSpec.named(encoder)),
            folders.cache().resolve("embeddings"),
            folders.progress());
    RouteSet routes =
        new RouteSet(UtteranceSets.routes("a2b", utterancesPerRoute), threshold, fallback);
    UtteranceIndex index = UtteranceIndex.of(routes, cached);
    RouteDecision decision = index.explain(cached.embed(List.of(text)).row(0), 3);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(decision));
    } else {
      print(decision, out);
    }
    out.flush();
    return 0;
  }

  private static void print(RouteDecision decision, PrintWriter out) {
    out.printf(Locale.ROOT, "route    %s%n", decision.route());
    out.printf(Locale.ROOT, "score    %.3f%n", decision.score());
    out.printf(Locale.ROOT, "margin   %.3f over the next route%n", decision.margin());
    out.println("fallback " + (decision.fellBack() ? "yes: no route reached the threshold" : "no"));
    out.println("routes");
    decision
        .similarities()
        .forEach((route, similarity) -> out.printf(Locale.ROOT, "  %.3f  %s%n", similarity, route));
    out.println("nearest utterances");
    for (SimilarUtterance near : decision.nearest()) {
      out.printf(
          Locale.ROOT, "  %.3f  %-17s %s%n", near.similarity(), near.route(), near.utterance());
    }
  }
}
