/**
 * Turns a folder of results into tables for papers and a page for people.
 *
 * <p>{@link org.routerlab.experiments.report.ResultsFolder} reads the files that a run leaves;
 * {@link org.routerlab.experiments.report.Report} writes {@code table.md}, {@code table.tex},
 * {@code table.csv} and {@code index.html} beside them. Equal folders give equal bytes.
 */
package org.routerlab.experiments.report;
