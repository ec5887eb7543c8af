package org.routerlab.eval;

import java.util.List;

/** Collapse in plain loops. */
final class NaiveCollapse {

  private final NaiveTable table;
  private final List<Integer> rows;
  private final double budget;

  NaiveCollapse(NaiveTable table, List<Integer> rows) {
    this(table, rows, Double.POSITIVE_INFINITY);
  }

  NaiveCollapse(NaiveTable table, List<Integer> rows, double budget) {
    this.table = table;
    this.rows = rows;
    this.budget = budget;
  }

  private int chosen(int i) {
    return table.choice(i, 0, budget);
  }

  private int dearest() {
    int dearest = -1;
    for (int m = 0; m < table.models; m++) {
      double cost = table.mean(table.c, m, table.allRows());
      double other = dearest < 0 ? -1 : table.mean(table.c, dearest, table.allRows());
      if (cost > other || (cost == other && table.ranksBefore(m, dearest))) {
        dearest = m;
      }
    }
    return dearest;
  }

  private boolean isBest(int i, int model) {
    for (double score : table.y.get(i)) {
      if (score > table.y.get(i)[model]) {
        return false;
      }
    }
    return true;
  }

  private int best(int i) {
    int n = 0;
    for (int m = 0; m < table.models; m++) {
      n += isBest(i, m) ? 1 : 0;
    }
    return n;
  }

  double index() {
    double collapsed = 0;
    int dearest = dearest();
    for (int i : rows) {
      boolean cheapAndBest = isBest(i, chosen(i)) && chosen(i) != dearest;
      boolean onlyDearest = isBest(i, dearest) && best(i) == 1 && chosen(i) == dearest;
      collapsed += cheapAndBest || onlyDearest ? 0 : 1;
    }
    return collapsed / rows.size();
  }

  double overspending() {
    double over = 0;
    int dearest = dearest();
    for (int i : rows) {
      int others = best(i) - (isBest(i, dearest) ? 1 : 0);
      over += chosen(i) == dearest && others > 0 ? 1 : 0;
    }
    return over / rows.size();
  }

  double share(int model) {
    double n = 0;
    for (int i : rows) {
      n += chosen(i) == model ? 1 : 0;
    }
    return n / rows.size();
  }

  double topShare() {
    double top = 0;
    for (int m = 0; m < table.models; m++) {
      top = Math.max(top, share(m));
    }
    return rows.isEmpty() ? Double.NaN : top;
  }

  double unused() {
    double unused = 0;
    for (int m = 0; m < table.models; m++) {
      unused += share(m) > 0 ? 0 : 1;
    }
    return rows.isEmpty() ? Double.NaN : unused / table.models;
  }

  double entropy() {
    double entropy = rows.isEmpty() ? Double.NaN : 0;
    for (int m = 0; m < table.models; m++) {
      double f = share(m);
      entropy += f > 0 ? f * Math.log(1 / f) / Math.log(2) : 0;
    }
    return entropy;
  }

  double agreement() {
    int heuristic = -1;
    for (int m = 0; m < table.models; m++) {
      if (table.trainCost[m] <= budget && (heuristic < 0 || table.ranksBefore(m, heuristic))) {
        heuristic = m;
      }
    }
    return share(heuristic);
  }
}
