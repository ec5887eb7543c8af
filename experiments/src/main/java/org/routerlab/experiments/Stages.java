package org.routerlab.experiments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.routerlab.core.BadDataException;

/**
 * Two-stage selection (The Routing Plateau, appendix E.4): which trainings it asks for, one step
 * after the other.
 *
 * <p>First every configuration with the first seed; then the finalists with the second; then those
 * finalists with the other seeds whose predictions differed between the first two. A finalist that
 * predicted the same bits for every validation and test query under two seeds does not depend on
 * the seed: it is counted as one training. This is seen from the stored predictions and not
 * declared by the method, as it may hinge on a hyper-parameter, and a declaration could be wrong.
 */
final class Stages {

  private final List<Long> seeds;
  private final CellStore store;

  Stages(ExperimentConfig config, CellStore store) {
    this.seeds = config.seeds();
    this.store = store;
  }

  /** The trainings of the first stage among all that are planned. */
  List<Cell.Task> first(List<Cell.Task> planned) {
    return planned.stream().filter(task -> isSeed(task.cell(), 0)).toList();
  }

  /** The first training of the second stage of every finalist. */
  List<Cell.Task> second(List<Cell.Task> planned, Set<Cell.Setting> finalists) {
    return planned.stream()
        .filter(task -> isSeed(task.cell(), 1) && finalists.contains(task.cell().setting()))
        .toList();
  }

  /** Everything that the finished trainings of {@link #first} and {@link #second} call for. */
  List<Cell.Task> all(List<Cell.Task> planned, Set<Cell.Setting> finalists) throws IOException {
    Set<Cell.Setting> seedless = new HashSet<>();
    for (Map.Entry<Cell.Setting, List<Cell>> entry :
        settings(planned.stream().map(Cell.Task::cell).toList()).entrySet()) {
      if (finalists.contains(entry.getKey()) && isSeedless(entry.getValue())) {
        seedless.add(entry.getKey());
      }
    }
    return planned.stream()
        .filter(
            task -> {
              Cell.Setting setting = task.cell().setting();
              return isSeed(task.cell(), 0)
                  || (finalists.contains(setting)
                      && (isSeed(task.cell(), 1) || !seedless.contains(setting)));
            })
        .toList();
  }

  /** Those of {@link #all} that are not of {@link #first} or {@link #second}. */
  List<Cell.Task> rest(List<Cell.Task> all) {
    return all.stream().filter(task -> !isSeed(task.cell(), 0) && !isSeed(task.cell(), 1)).toList();
  }

  /**
   * Whether the first two of these cells, a seed each, predicted the same scores. Equal decisions
   * say less: two seeds may come to send everything to one model, and a third may not.
   */
  boolean isSeedless(List<Cell> cells) throws IOException {
    return cells.size() > 1
        && store.hasScores(cells.get(0))
        && store.checksum(cells.get(0)).equals(store.checksum(cells.get(1)));
  }

  /**
   * Checks that a configuration was trained with exactly the seeds that two stages ask for.
   *
   * @throws BadDataException where one is missing or one too many
   */
  void check(List<Cell> cells, boolean isFinalist) throws IOException {
    List<Long> found = cells.stream().map(Cell::seed).toList();
    int expected = !isFinalist ? 1 : isSeedless(cells) ? 2 : seeds.size();
    if (!found.equals(seeds.subList(0, expected))) {
      throw new BadDataException(
          "cells.csv",
          cells.get(0).configuration(),
          "trainings with the seeds " + seeds.subList(0, expected) + " after two-stage selection",
          found.toString());
    }
  }

  /** Cells by what they have in common, in order. */
  static Map<Cell.Setting, List<Cell>> settings(List<Cell> cells) {
    Map<Cell.Setting, List<Cell>> settings = new LinkedHashMap<>();
    for (Cell cell : cells) {
      settings.computeIfAbsent(cell.setting(), key -> new ArrayList<>()).add(cell);
    }
    return settings;
  }

  private boolean isSeed(Cell cell, int index) {
    return index < seeds.size() && cell.seed() == seeds.get(index);
  }
}
