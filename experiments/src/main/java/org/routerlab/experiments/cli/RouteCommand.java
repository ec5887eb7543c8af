package org.routerlab.experiments.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Require;
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
  private static final int UTTERANCES = 16;

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
      names = "--set",
      paramLabel = "NAME",
      description =
          "which utterances the A2B routes have: "
              + SHIPPED
              + " (default), a vocabulary (simple, intermediate, expert), a length of sentences"
              + " (words-1-3 to words-33-64), a language (de, fr, es) or code-like; not with"
              + " --routes")
  private String set;

  @Option(
      names = "--encoder",
      paramLabel = "NAME",
      description =
          "default: the encoder that the routes name, else "
              + Encoders.DEFAULT
              + ", as where semantic-router's file names one that is not shipped")
  private String encoder;

  @Option(
      names = "--utterances-per-route",
      paramLabel = "N",
      description =
          "how many utterances of each A2B route to use; default "
              + UTTERANCES
              + "; not with --routes")
  private Integer utterancesPerRoute;

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

  /** A decision as JSON: the text, the encoder and the model, then the decision's own fields. */
  private record Answer(
      String text,
      String encoder,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String model,
      @JsonUnwrapped RouteDecision decision) {}

  @Override
  public Integer call() throws IOException {
    if (top < 1) {
      throw new IllegalArgumentException("--top must be at least 1 but is " + top);
    }
    List<String> texts = texts();
    RouteFile named = routeFile();
    RouteSet chosen = withOptions(named.routes());
    Encoder cached =
        new CachedEncoder(
            Encoders.create(EncoderSpec.named(encoderName(named))),
            folders.cache().resolve("embeddings"),
            folders.progress());
    named.requireEncoder(cached.identity());
    named.warning(cached.identity()).ifPresent(this::warn);
    UtteranceIndex index = UtteranceIndex.of(chosen, cached);
    FloatMatrix embeddings = cached.embed(texts);
    PrintWriter out = spec.commandLine().getOut();
    RouteText printer = new RouteText(out, chosen);
    ObjectMapper mapper = new ObjectMapper();
    String encoderUsed = cached.identity().name();
    for (int row = 0; row < texts.size(); row++) {
      String query = texts.get(row);
      RouteDecision decision = index.explain(query, embeddings.row(row), top);
      String model = named.models().getOrDefault(decision.route(), "");
      if (json) {
        out.println(mapper.writeValueAsString(new Answer(query, encoderUsed, model, decision)));
      } else if (file == null) {
        printer.print(decision, model, encoderUsed);
      } else {
        printer.printLine(query, decision);
      }
    }
    out.flush();
    return 0;
  }

  private void warn(String message) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("routerlab: warning: " + message);
    err.flush();
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
      requireShipped("--set", set);
      requireShipped("--utterances-per-route", utterancesPerRoute);
      return RouteFile.read(routes);
    }
    String name = set == null ? SHIPPED : set;
    int count = utterancesPerRoute == null ? UTTERANCES : utterancesPerRoute;
    RouteSet shipped = new RouteSet(UtteranceSets.routes(name, count), 0, "general-chat");
    return new RouteFile(name, shipped, Map.of(), "", "");
  }

  private static void requireShipped(String option, Object value) {
    if (value != null) {
      throw new IllegalArgumentException(
          option
              + " is for the shipped routes and must not be given with --routes, whose file says"
              + " which utterances there are, but is "
              + value);
    }
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

  /** Another program may name an encoder that there is not; RouterLab's own files may not. */
  private String encoderName(RouteFile named) {
    if (encoder != null) {
      return encoder;
    }
    String name = named.encoderName();
    if (Encoders.names().contains(name)) {
      return name;
    }
    if (!name.isEmpty() && !named.isForeign()) {
      throw new BadDataException(
          named.source(),
          "encoder.name",
          "a shipped encoder",
          Require.unknown("encoder", named.encoder(), Encoders.names()));
    }
    return Encoders.DEFAULT;
  }
}
