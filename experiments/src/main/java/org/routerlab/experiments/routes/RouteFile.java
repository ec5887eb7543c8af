package org.routerlab.experiments.routes;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Require;
import org.routerlab.core.embedding.EncoderIdentity;
import org.routerlab.semantic.FitGoal;
import org.routerlab.semantic.Route;
import org.routerlab.semantic.RouteAssignment;
import org.routerlab.semantic.RouteSet;
import org.routerlab.semantic.UtteranceMatching;

/**
 * Routes with their rule of choice, as a file holds them; see docs/formats.md.
 *
 * @param source the file, for messages
 * @param routes the routes and the rule
 * @param models which model is behind a route, by route name; not for every route
 * @param encoder the name of the encoder that the routes are for; empty where the file says nothing
 * @param fingerprint of that encoder; empty where the file says nothing
 * @param isForeign whether another program wrote it, whose encoder RouterLab need not have
 */
public record RouteFile(
    String source,
    RouteSet routes,
    Map<String, String> models,
    String encoder,
    String fingerprint,
    boolean isForeign) {

  /** Copies the models; rejects those of unknown routes. */
  public RouteFile {
    models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    List<String> names = routes.names();
    models.keySet().forEach(route -> Require.known("route in models", route, names));
  }

  /** Routes of RouterLab's own. */
  public RouteFile(
      String source,
      RouteSet routes,
      Map<String, String> models,
      String encoder,
      String fingerprint) {
    this(source, routes, models, encoder, fingerprint, false);
  }

  /**
   * Routes made for embeddings of the given encoder: chosen, or with thresholds fitted, on them.
   */
  public static RouteFile fitted(RouteSet routes, EncoderIdentity encoder) {
    return new RouteFile("", routes, Map.of(), encoder.name(), encoder.fingerprint());
  }

  /**
   * Reads a file of either format; JSON where its name ends in {@code .json}, else YAML.
   *
   * @throws BadDataException naming the place that breaks a rule
   * @throws IllegalArgumentException the same, where routes do not go together
   */
  public static RouteFile read(Path path) throws IOException {
    Node file = new Node(path.toString(), "", tree(path));
    return AurelioFormat.is(file) ? AurelioFormat.read(file) : OwnFormat.read(file);
  }

  private static JsonNode tree(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IllegalArgumentException("no such file of routes: " + path);
    }
    try {
      JsonNode tree = mapper(path).readTree(Files.readString(path));
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (CharacterCodingException e) {
      throw new BadDataException(path.toString(), "", "text in UTF-8", "other bytes", e);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String found = e.getOriginalMessage().strip().replaceAll("\\s+", " ");
      throw new BadDataException(
          path.toString(), at == null ? "" : "line " + at.getLineNr(), format(path), found, e);
    }
  }

  private static boolean isJson(Path path) {
    return path.toString().endsWith(".json");
  }

  private static String format(Path path) {
    return isJson(path) ? "JSON" : "YAML";
  }

  private static ObjectMapper mapper(Path path) {
    ObjectMapper mapper =
        isJson(path)
            ? new ObjectMapper()
            : new ObjectMapper(
                YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .build());
    return mapper
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /** Writes RouterLab's own format; JSON where the name ends in {@code .json}, else YAML. */
  public void write(Path path) throws IOException {
    Files.writeString(path, text(path));
  }

  /**
   * RouterLab's own format in YAML, as {@link #write} writes it.
   *
   * @throws IllegalArgumentException where the format cannot say what these routes do
   */
  public String toYaml() {
    return text(Path.of("routes.yaml"));
  }

  private String text(Path path) {
    if (routes.abstains() != routes.fallback().isEmpty()) {
      throw new IllegalArgumentException(
          "routes of a file without a fall-back route must abstain but these do not");
    }
    try {
      String text =
          mapper(path).writerWithDefaultPrettyPrinter().writeValueAsString(OwnFormat.write(this));
      return text.endsWith("\n") ? text : text + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("routes can always be written", e);
    }
  }

  /**
   * The name by which RouterLab may have the encoder: without the place on a model hub, in small
   * letters; empty where the file says nothing.
   */
  public String encoderName() {
    return encoder.substring(encoder.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * Refuses any other encoder than the one that the file is for; a file of another program is for
   * any, see {@link #warning}.
   *
   * @throws IllegalArgumentException naming both
   */
  public void requireEncoder(EncoderIdentity used) {
    if (isForeign || encoder.isEmpty() || isFor(used)) {
      return;
    }
    throw new IllegalArgumentException(
        source
            + ": these routes are for the encoder '"
            + encoder
            + "'"
            + (fingerprint.isEmpty() ? "" : " (fingerprint " + fingerprint + ")")
            + " but '"
            + used.name()
            + "' (fingerprint "
            + used.fingerprint()
            + ") is used, where similarities mean something else; use that encoder, fit them again,"
            + " or take 'encoder' out of the file");
  }

  /** What a user should know of thresholds that another program made for another encoder. */
  public Optional<String> warning(EncoderIdentity used) {
    boolean hasThresholds =
        routes.routes().stream().anyMatch(route -> route.threshold().isPresent());
    return !isForeign || encoder.isEmpty() || !hasThresholds || isFor(used)
        ? Optional.empty()
        : Optional.of(
            source
                + ": the thresholds were made for the encoder '"
                + encoder
                + "' but are compared with similarities of '"
                + used.name()
                + "', where they mean something else");
  }

  private boolean isFor(EncoderIdentity used) {
    boolean isNamed = encoder.equals(used.name()) || encoderName().equals(used.name());
    return fingerprint.isEmpty() ? isNamed : fingerprint.equals(used.fingerprint());
  }

  /** The routing method with these routes. */
  public UtteranceMatching method() {
    UtteranceMatching defaults = new UtteranceMatching();
    Map<String, List<String>> utterances = new LinkedHashMap<>();
    Map<String, Double> thresholds = new LinkedHashMap<>();
    Map<String, Double> weights = new LinkedHashMap<>();
    for (Route route : routes.routes()) {
      utterances.put(route.name(), route.utterances());
      route.threshold().ifPresent(threshold -> thresholds.put(route.name(), threshold));
      weights.put(route.name(), route.weight());
    }
    return new UtteranceMatching(
        defaults.utterances(),
        defaults.utterancesPerRoute(),
        utterances,
        routes.threshold(),
        routes.fallback(),
        models,
        RouteAssignment.AUTOMATIC,
        thresholds,
        weights,
        routes.abstains(),
        routes.similarity(),
        FitGoal.NONE);
  }
}
