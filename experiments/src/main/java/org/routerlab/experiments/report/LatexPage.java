package org.routerlab.experiments.report;

import java.io.IOException;
import java.util.List;

/**
 * All tables of an experiment as LaTeX.
 *
 * @param name the experiment, escaped
 */
record LatexPage(String name, List<LatexTable> tables) {

  static String render(String name, List<Grid> grids) throws IOException {
    List<LatexTable> tables = grids.stream().flatMap(g -> LatexTable.of(g).stream()).toList();
    return Templates.fill("table.tex.ftl", new LatexPage(LatexTable.escape(name), tables));
  }
}
