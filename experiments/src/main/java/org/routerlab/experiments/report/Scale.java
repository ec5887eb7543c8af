package org.routerlab.experiments.report;

/** How a metric's values are printed. */
enum Scale {
  /** A fraction in [0, 1], shown in percent with one decimal; its interval in points. */
  PERCENT("%"),
  /** A difference already in percentage points, one decimal. */
  POINTS("points"),
  /** A ratio, two decimals. */
  RATIO(""),
  /** A cost a query, three significant digits. */
  COST("cost a query"),
  /** Anything else, three decimals. */
  PLAIN("");

  private final String unit;

  Scale(String unit) {
    this.unit = unit;
  }

  /** The unit for a caption; empty where there is none. */
  String unit() {
    return unit;
  }

  /** The printed value; an infinity is ∞. */
  String print(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    return switch (this) {
      case PERCENT -> DecimalText.fixed(value, 2, 1);
      case POINTS -> DecimalText.fixed(value, 0, 1);
      case RATIO -> DecimalText.fixed(value, 0, 2);
      case COST -> DecimalText.significant(value, 3);
      case PLAIN -> DecimalText.fixed(value, 0, 3);
    };
  }
}
