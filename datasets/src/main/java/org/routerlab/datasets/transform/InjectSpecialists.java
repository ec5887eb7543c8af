package org.routerlab.datasets.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.routerlab.core.Seed;
import org.routerlab.datasets.Benchmark;

/**
 * Adds {@linkplain PseudoSpecialist pseudo-specialists} to the pool.
 *
 * <p>Within every task and part exactly round(accuracy × queries) queries, drawn by a shuffle, are
 * answered correctly. The accuracies are those of the pool before any is added. Where there are
 * costs, a specialist's are those of the model in the middle by mean cost on the judged queries (of
 * two, the cheaper), so that no budget is added; the source names none.
 *
 * @param specialists their names new to the pool and distinct
 * @param judged the queries that the accuracies and mean costs of the pool are taken from
 * @param parts within each of which the draw is made by itself, such as train and test; queries in
 *     none form a further part, and those in several belong to the first
 */
public record InjectSpecialists(
    List<PseudoSpecialist> specialists, Scope judged, List<Scope> parts, Seed seed)
    implements Transform {

  /** Copies the lists. */
  public InjectSpecialists {
    specialists = List.copyOf(specialists);
    parts = List.copyOf(parts);
    Objects.requireNonNull(judged, "judged");
    Objects.requireNonNull(seed, "seed");
  }

  @Override
  public String name() {
    String whom =
        specialists.stream().map(PseudoSpecialist::name).collect(Collectors.joining(", "));
    return "inject-specialists(" + whom + ", by " + judged.name() + ", seed " + seed.value() + ")";
  }

  @Override
  public Transformed apply(Benchmark benchmark, TextEmbeddings embeddings) {
    PoolAccuracies accuracies = PoolAccuracies.of(benchmark, judged);
    SpecialistDraw draw = new SpecialistDraw(benchmark, accuracies, parts, seed);
    List<String> shown = new ArrayList<>();
    TreeMap<String, Double> counts = new TreeMap<>();
    List<float[]> columns = new ArrayList<>();
    for (PseudoSpecialist specialist : specialists) {
      double target = draw.accuracy(specialist, specialist.task());
      columns.add(draw.scores(specialist));
      counts.put("accuracy of " + specialist.name(), target);
      shown.add(String.format(Locale.ROOT, "%s %.4f", specialist.name(), target));
    }
    Benchmark made = AddedModels.to(benchmark, specialists, columns, judged.rows(benchmark));
    String description =
        name() + ": accuracies " + shown + "; " + Transformed.sizes(benchmark, made);
    return new Transformed(made, description, counts);
  }
}
