package org.routerlab.datasets;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a paper divides a benchmark of which no split is published: at random, within each dataset.
 *
 * <p>It travels in the benchmark's provenance, under {@value #ENTRY}, as {@link #toString()} writes
 * it.
 *
 * @param fractions of train, validation and test
 * @param seed of the draw; RouterLab's own where the paper names none, as its generator is not ours
 * @param source the paper, and where in it
 */
public record SplitProtocol(Fractions fractions, long seed, String source) {

  /** The provenance entry. */
  public static final String ENTRY = "split_protocol";

  private static final Pattern TEXT =
      Pattern.compile("random ([0-9.]+)/([0-9.]+)/([0-9.]+), seed (-?\\d+) \\((.*)\\)");

  /** Rejects nulls. */
  public SplitProtocol {
    Objects.requireNonNull(fractions, "fractions");
    Objects.requireNonNull(source, "source");
  }

  /** The protocol of a benchmark; empty where its provenance names none. */
  public static Optional<SplitProtocol> of(Benchmark benchmark) {
    return Optional.ofNullable(benchmark.provenance().get(ENTRY)).map(SplitProtocol::parse);
  }

  /** The provenance entry with this protocol. */
  public Map<String, String> entry() {
    return Map.of(ENTRY, toString());
  }

  /** Such as {@code random 0.6/0.1/0.3, seed 42 (The Routing Plateau, Table 8)}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "random %s, seed %d (%s)", fractions, seed, source);
  }

  private static SplitProtocol parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "the provenance entry "
              + ENTRY
              + " must be like 'random 0.6/0.1/0.3, seed 42 (source)'"
              + " but is '"
              + text
              + "'");
    }
    Fractions fractions =
        new Fractions(
            Double.parseDouble(matcher.group(1)),
            Double.parseDouble(matcher.group(2)),
            Double.parseDouble(matcher.group(3)));
    return new SplitProtocol(fractions, Long.parseLong(matcher.group(4)), matcher.group(5));
  }
}
