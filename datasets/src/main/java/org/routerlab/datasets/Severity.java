package org.routerlab.datasets;

/** How much a finding matters for what is measured on a benchmark. */
public enum Severity {
  /** Good to know. */
  NOTE,
  /** May bias a result. */
  WARNING,
  /** Results would probably be wrong. */
  GRAVE
}
