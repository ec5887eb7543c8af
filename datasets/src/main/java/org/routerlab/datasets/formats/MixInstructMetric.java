package org.routerlab.datasets.formats;

import java.util.function.DoubleUnaryOperator;

/**
 * A metric of MixInstruct, and how it becomes a score in [0, 1]; all keep the order of answers.
 *
 * <p>The log-probabilities that are published too are the models' own and say nothing of quality.
 */
public enum MixInstructMetric {
  /** The mean log-likelihood of the reference, at most 0: exponentiated. */
  BARTSCORE("bartscore", "exp(bartscore)", Math::exp),
  /** A cosine that is below 0 for hardly any answer: as it is, clipped at 0. */
  BERTSCORE("bertscore", "bertscore", value -> value),
  /** A regression without bounds, about -2 to 1: its logistic. */
  BLEURT("bleurt", "1 / (1 + exp(-bleurt))", value -> 1 / (1 + Math.exp(-value))),
  /** Per cent: divided by 100. */
  BLEU("bleu", "bleu / 100", value -> value / 100),
  /** Common words: as it is. */
  ROUGE1("rouge1", "rouge1", value -> value),
  /** Common pairs of words: as it is. */
  ROUGE2("rouge2", "rouge2", value -> value),
  /** The longest common sequence: as it is. */
  ROUGE_L("rougeL", "rougeL", value -> value),
  /** The longest common sequences of the lines: as it is. */
  ROUGE_L_SUM("rougeLsum", "rougeLsum", value -> value);

  private final String field;
  private final String mapping;
  private final DoubleUnaryOperator map;

  MixInstructMetric(String field, String mapping, DoubleUnaryOperator map) {
    this.field = field;
    this.mapping = mapping;
    this.map = map;
  }

  /** What the files call it. */
  String field() {
    return field;
  }

  /** The mapping as a formula. */
  String mapping() {
    return mapping;
  }

  /** The score, in [0, 1] but for clipping; NaN for NaN. */
  double map(double value) {
    return map.applyAsDouble(value);
  }
}
