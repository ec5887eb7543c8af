package org.routerlab.experiments.report;

/**
 * A published value to stand beside the measured ones: a line of {@code published.csv}.
 *
 * @param table 1 to 5
 * @param title of the publication and its table
 * @param source where it was published
 * @param unit of the value, such as {@code %}; may be empty
 * @param column what it was measured on
 * @param row a router's label, or a quantity in tables that are not by router
 * @param value NaN where none was published
 */
public record PublishedRow(
    int table, String title, String source, String unit, String column, String row, double value) {}
