package org.routerlab.eval;

/** A metric of a router's calibrated predictions; see {@link RouterRuns#calibrated()}. */
record CalibratedMetric(Metric raw, MetricDefinition definition) implements Metric {

  /** What the names of such metrics end in. */
  static final String SUFFIX = "-calibrated";

  static CalibratedMetric of(Metric raw) {
    MetricDefinition definition = raw.definition();
    return new CalibratedMetric(
        raw,
        new MetricDefinition(
            definition.name() + SUFFIX,
            definition.unit(),
            definition.better(),
            definition.needsCosts(),
            definition.formula() + ", of predictions calibrated on validation",
            definition.source(),
            definition.range(),
            definition.undefined(),
            definition.variantOf()));
  }

  @Override
  public String subset() {
    return raw.subset();
  }

  @Override
  public Metric on(QuerySubset subset) {
    return new CalibratedMetric(raw.on(subset), definition);
  }

  @Override
  public Reading reading(RouterRuns runs) {
    return raw.reading(runs.calibrated());
  }

  @Override
  public int queries(TestSet test) {
    return raw.queries(test);
  }
}
