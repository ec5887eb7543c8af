package org.routerlab.experiments;

import java.util.Locale;

/**
 * How many trainings an experiment asks for, known before anything is loaded or trained.
 *
 * @param configurations of all routers together
 * @param first trainings of all configurations, with every seed; in two stages with the first seed.
 *     With those of variants and further splits
 * @param most the most that can follow: the second stage, and trainings without a group
 * @param beside how many variants and further splits there are
 */
public record Plan(int configurations, int first, int most, int beside) {

  /**
   * Counts the trainings of an experiment.
   *
   * @throws IllegalArgumentException on a router or grid that cannot be used
   */
  public static Plan of(ExperimentConfig config) {
    Plan plan = alone(config);
    int first = plan.first;
    int most = plan.most;
    for (ExperimentConfig each : config.beside().values()) {
      Plan further = alone(each);
      first += further.first;
      most += further.most;
    }
    return new Plan(plan.configurations, first, most, config.beside().size());
  }

  private static Plan alone(ExperimentConfig config) {
    RouterRegistry registry = RouterRegistry.load();
    int configurations = 0;
    int finalists = 0;
    for (ExperimentConfig.RouterConfig router : config.routers()) {
      int size = Grid.expand(router, registry).size();
      configurations += size;
      finalists += config.select().twoStage() ? Math.min(size, config.select().keep()) : 0;
    }
    int encoders = config.encoders().size();
    int seeds = config.seeds().size();
    boolean twoStage = config.select().twoStage();
    int heldOut = config.routers().size() * config.holdOuts().size() * seeds;
    return new Plan(
        configurations,
        encoders * configurations * (twoStage ? 1 : seeds),
        encoders * ((twoStage ? finalists * (seeds - 1) : 0) + heldOut),
        0);
  }

  /** One line for a person. */
  public String text() {
    String more = most == 0 ? "" : String.format(Locale.ROOT, ", then at most %,d more", most);
    String variants =
        beside == 0
            ? ""
            : String.format(
                Locale.ROOT,
                " on the benchmark and %,d %s of it",
                beside,
                beside == 1 ? "variant or further split" : "variants and further splits");
    return String.format(
        Locale.ROOT,
        "%,d %s%s: %,d %s planned%s; finished ones are kept",
        configurations,
        configurations == 1 ? "configuration" : "configurations",
        variants,
        first,
        first == 1 ? "training" : "trainings",
        more);
  }
}
