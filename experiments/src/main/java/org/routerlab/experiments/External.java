package org.routerlab.experiments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.routerlab.core.ContractException;
import org.routerlab.core.DecisionRouter;
import org.routerlab.core.ModelPool;
import org.routerlab.core.Paper;
import org.routerlab.core.Router;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoreKind;
import org.routerlab.core.ScoringRouter;
import org.routerlab.core.TrainingContext;

/**
 * Answers with what another program decided: the model for each query id, or a score for every
 * model, read from a file, so that a commercial or foreign router stands in the same table.
 *
 * <p>The file is CSV with the columns {@code id} and {@code decision}, {@code id} and a column of
 * scores for each model, or all of these; or JSON, as RouterArena's prediction files are. Where
 * there are scores, they decide. Every query asked must be in the file; others do not matter.
 *
 * <p>Cost: none; the file is read. Money is weighed after the fact where there are scores.
 *
 * @param file the path of the file; a relative one from the folder of the process
 * @param sha256 the hash of the file's content, computed where it is not given, so that results of
 *     another content are not taken for these
 * @param scores what the scores of the file mean
 */
@Paper(
    title = "RouterArena: An Open Platform for Comprehensive Comparison of LLM Routers",
    url = "https://arxiv.org/abs/2510.00202",
    deviations = "Only the format of decisions is taken over; outcomes and costs are the table's.")
@ContractException(
    check = "answers alike whatever a query's id, dataset and tags",
    reason = "decisions are found by the query's id")
@ContractException(
    check = "answers a query whose embedding is zero",
    reason = "the query of the check is in no file")
@ContractException(
    check = "works with a pool of one",
    reason = "the file of the check names other models than the one of the pool")
@ContractException(
    check = "beats the best single model",
    reason = "how good the decisions are is the affair of who made them")
@ContractException(check = "skips unobserved training scores", reason = "nothing is trained")
public record External(String file, String sha256, ScoreKind scores) implements RoutingMethod {

  /** Computes the hash where there is a file and no hash. */
  public External {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(sha256, "sha256");
    Objects.requireNonNull(scores, "scores");
    if (!file.isEmpty() && sha256.isEmpty()) {
      sha256 = hash(Path.of(file));
    }
  }

  /** No file yet; scores are trusted in their order only. */
  public External() {
    this("", "", ScoreKind.RANK);
  }

  private static String hash(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new IllegalArgumentException(
          "file must name a readable file but is '" + file.toAbsolutePath() + "'");
    }
    try {
      return Hashes.ofFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "external";
  }

  @Override
  public Router train(RoutingData train, RoutingData validation, TrainingContext context) {
    if (file.isEmpty()) {
      throw new IllegalArgumentException(
          "router 'external' needs the file of the decisions: with: { file: PATH }");
    }
    Path path = Path.of(file);
    if (!hash(path).equals(sha256)) {
      throw new IllegalArgumentException(
          "the content of '" + file + "' must have the SHA-256 " + sha256 + " but has another");
    }
    ExternalFile decisions = read(path);
    ModelPool pool = train.pool();
    return decisions.hasScores()
        ? ScoringRouter.of(scores, queries -> decisions.scores(queries, pool))
        : (DecisionRouter) queries -> decisions.decide(queries, pool);
  }

  private static ExternalFile read(Path path) {
    try {
      return ExternalFile.read(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
