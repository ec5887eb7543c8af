package org.routerlab.experiments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long the trainings of each router took, whichever run they were done in.
 *
 * <p>Seconds are of the clock, from the start of a training to its last prediction; trainings side
 * by side share the processors and wait for each other's common work. They differ from run to run
 * and so stand in {@code timing.json} and on the terminal only.
 *
 * @param routers the slowest first
 */
record Timings(List<OfRouter> routers) {

  /**
   * The trainings of a router.
   *
   * @param seconds of all of them together
   * @param median of one of them
   */
  record OfRouter(String router, int trainings, double seconds, double median) {}

  /** Reads the timings of finished cells; those without one are left out. */
  static Timings of(List<Cell> cells, CellStore store) throws IOException {
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    for (Cell cell : cells) {
      double taken = store.seconds(cell);
      if (!Double.isNaN(taken)) {
        seconds.computeIfAbsent(cell.router(), key -> new ArrayList<>()).add(taken);
      }
    }
    List<OfRouter> routers = new ArrayList<>();
    seconds.forEach(
        (router, all) -> {
          List<Double> sorted = all.stream().sorted().toList();
          double sum = sorted.stream().mapToDouble(Double::doubleValue).sum();
          int size = sorted.size();
          double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
          routers.add(new OfRouter(router, size, sum, median));
        });
    routers.sort(Comparator.comparingDouble(OfRouter::seconds).reversed());
    return new Timings(List.copyOf(routers));
  }

  /** Adds them to a file's object. */
  void addTo(ObjectNode json) {
    ObjectNode all = json.putObject("routers");
    for (OfRouter each : routers) {
      ObjectNode router = all.putObject(each.router());
      router.put("trainings", each.trainings());
      router.put("seconds", each.seconds());
      router.put("median seconds of a training", each.median());
    }
  }

  /** A line for each router, the slowest first. */
  String text() {
    int width = Math.max(6, routers.stream().mapToInt(r -> r.router().length()).max().orElse(0));
    String line = "%-" + width + "s  %9s  %9s  %9s%n";
    StringBuilder out = new StringBuilder();
    out.append(String.format(Locale.ROOT, line, "router", "trainings", "seconds", "median"));
    for (OfRouter each : routers) {
      out.append(
          String.format(
              Locale.ROOT,
              line,
              each.router(),
              each.trainings(),
              String.format(Locale.ROOT, "%.2f", each.seconds()),
              String.format(Locale.ROOT, "%.2f", each.median())));
    }
    return out.toString();
  }
}
