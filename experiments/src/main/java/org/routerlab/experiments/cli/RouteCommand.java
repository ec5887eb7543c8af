package org.routerlab.experiments.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.routerlab.core.embedding.CachedEncoder;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.encoders.EncoderSpec;
import org.routerlab.encoders.Encoders;
import org.routerlab.experiments.routes.RouteFile;
import org.routerlab.semantic.RouteDecision;
import org.routerlab.semantic.RouteSet;
import org.routerlab.semantic.UtteranceIndex;
import org.routerlab.semantic.UtteranceSets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code routerlab route}: sends queries to routes and says why. */
@Command(
    name = "route",
    mixinStandardHelpOptions = true,
    description =
        "Routes a text, or each line of a file, by similar utterances, and explains the decision.")
final class RouteCommand implements Callable<Integer> {

  private static final String SHIPPED = "a2b";

  @Parameters(paramLabel = "TEXT", arity = "0..1", description = "the query")
  private String text;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "queries, one a line; JSON objects with \"text\" where the name ends in .jsonl")
  private Path file;

  @Option(
      names = "--routes",
      paramLabel = "FILE",
      description =
          "routes of your own: YAML or JSON, as in docs/formats.md or as aurelio-labs'"
              + " semantic-router writes it; default: the A2B routes")
  private Path routes;

  @Option(
      names = "--encoder",
      paramLabel = "NAME",
      description =
          "default: the encoder that the routes name where it is a shipped one, else "
              + Encoders.DEFAULT)
  private String encoder;

  @Option(
      names = "--utterances-per-route",
      paramLabel = "N",
      description =
          "how many utterances of each A2B route to use; default ${DEFAULT-VALUE}; not with"
              + " --routes")
  private int utterancesPerRoute = 16;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description =
          "the lowest similarity that counts for routes without a threshold of their own; a cosine"
              + " in [-1, 1]; default: that of the routes, 0 for A2B")
  private Double threshold;

  @Option(
      names = "--fallback",
      paramLabel = "ROUTE",
      description =
          "takes what is below the threshold; 'none' leaves it without a route, '' gives it to the"
              + " most similar one; default: that of the routes, general-chat for A2B")
  private String fallback;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "how many of the nearest utterances to show; default ${DEFAULT-VALUE}")
  private int top = 3;

  @Option(names = "--json", description = "print JSON, an object a line")
  private boolean json;

  @Mixin private Folders folders;

  @Spec private CommandSpec spec;

  /** A decision as JSON: the text and the model, then the decision's own fields. */
  private record Answer(
      String text,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String model,
      @JsonUnwrapped RouteDecision decision) {}

  @Override
  public Integer call() throws IOException {
    List<String> texts = texts();
    RouteFile named = routeFile();
    RouteSet chosen = withOptions(named.routes());
    Encoder cached =
        new CachedEncoder(
            Encoders.create(EncoderSpec.named(encoderName(named))),
            folders.cache().resolve("embeddings"),
            folders.progress());
    named.requireEncoder(cached.identity());
    UtteranceIndex index = UtteranceIndex.of(chosen, cached);
    FloatMatrix embeddings = cached.embed(texts);
    PrintWriter out = spec.commandLine().getOut();
    RouteText printer = new RouteText(out, chosen.similarity().usesWords());
    ObjectMapper mapper = new ObjectMapper();
    for (int row = 0; row < texts.size(); row++) {
      String query = texts.get(row);
      RouteDecision decision = index.explain(query, embeddings.row(row), top);
      String model = named.models().getOrDefault(decision.route(), "");
      if (json) {
        out.println(mapper.writeValueAsString(new Answer(query, model, decision)));
      } else if (file == null) {
        printer.print(decision, model);
      } else {
        printer.printLine(query, decision);
      }
    }
    out.flush();
    return 0;
  }

  private List<String> texts() throws IOException {
    if ((text == null) == (file == null)) {
      throw new IllegalArgumentException("there must be a TEXT or --file FILE, and not both");
    }
    if (file != null) {
      return RouteTexts.read(file);
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException("the text to route must not be blank");
    }
    return List.of(text);
  }

  private RouteFile routeFile() throws IOException {
    if (routes != null) {
      return RouteFile.read(routes);
    }
    RouteSet shipped =
        new RouteSet(UtteranceSets.routes(SHIPPED, utterancesPerRoute), 0, "general-chat");
    return new RouteFile(SHIPPED, shipped, Map.of(), "", "");
  }

  private RouteSet withOptions(RouteSet set) {
    RouteSet changed = threshold == null ? set : set.withThreshold(threshold);
    if (fallback == null) {
      return changed;
    }
    boolean abstains = fallback.equals(RouteDecision.NONE);
    return new RouteSet(
        changed.routes(),
        changed.threshold(),
        abstains ? "" : fallback,
        abstains,
        changed.similarity());
  }

  /** The name that a file gives may be a path on a model hub, in capitals. */
  private String encoderName(RouteFile named) {
    if (encoder != null) {
      return encoder;
    }
    String name =
        named.encoder().substring(named.encoder().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return Encoders.names().contains(name) ? name : Encoders.DEFAULT;
  }
}
