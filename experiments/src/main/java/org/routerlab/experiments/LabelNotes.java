package org.routerlab.experiments;

import java.util.ArrayList;
import java.util.List;

/** What stands under the tables by number of labels. */
final class LabelNotes {

  /** Follows the figure of a router that is constant. */
  static final String CONSTANT = "†";

  private final FinishedRun run;
  private final LabelledRuns runs;

  LabelNotes(FinishedRun run, LabelledRuns runs) {
    this.run = run;
    this.runs = runs;
  }

  List<String> all() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Ahead from: the least number of labels from which on, with every larger number and with"
            + " all, the whole interval of the paired difference is above 0 and the router is not"
            + " constant.");
    notes.add(
        CONSTANT
            + ": constant, sending more than "
            + Math.round(100 * LabelFigures.CONSTANT)
            + " % of the test queries to one route, on average over draws.");
    notes.add(
        "Draws by number of labels: " + runs.drawsOf() + ". A larger draw contains the smaller.");
    notes.add(
        "[low, high] holds 95 % of resamples of both the draws of labels and the queries, queries"
            + " within their route. So few draws tell little of what further ones would give;"
            + " sources are not resampled.");
    notes.add(
        "All: the "
            + run.workload().split().train().length
            + " training queries, which are one draw.");
    int validation = run.workload().split().validation().length;
    notes.add(
        validation == 0
            ? "No further labels were used: there are no validation queries."
            : "Beside these labels there are "
                + validation
                + " labelled validation queries, which configurations and stopping may hang on.");
    runs.chosen()
        .ifPresent(
            setting ->
                notes.add(
                    ChosenUtterances.NAME
                        + ": number and writing of each route's utterances chosen by search on the"
                        + " labelled queries, then the first of each list, without a fall-back."
                        + " With all labels: "
                        + ChosenUtterances.words(setting)
                        + "."));
    return notes;
  }
}
