package org.routerlab.semantic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * BM25 over a fixed list of texts, normalised: a query's score for a text is divided by the score
 * it would have for itself, and is at most 1.
 *
 * <p>A word of the query counts once, however often it is there; a word that is in no text counts
 * against all of them. Words are runs of letters and digits, in lower case.
 */
final class Bm25 {

  private final int texts;
  private final double k1;
  private final double b;
  private final double meanLength;
  private final int[] lengths;
  private final Map<String, List<Posting>> postings = new HashMap<>();

  /** How often a word is in a text. */
  private record Posting(int text, int count) {}

  Bm25(List<String> texts, double k1, double b) {
    this.texts = texts.size();
    this.k1 = k1;
    this.b = b;
    this.lengths = new int[texts.size()];
    long words = 0;
    for (int text = 0; text < lengths.length; text++) {
      for (Map.Entry<String, Integer> word : counts(texts.get(text)).entrySet()) {
        lengths[text] += word.getValue();
        postings
            .computeIfAbsent(word.getKey(), key -> new ArrayList<>())
            .add(new Posting(text, word.getValue()));
      }
      words += lengths[text];
    }
    // Texts without any word have no postings, so that this is never divided by.
    this.meanLength = words == 0 ? 1 : (double) words / lengths.length;
  }

  /** The score of every text, in [0, 1]; all 0 for a query without words. */
  float[] scores(String query) {
    Map<String, Integer> counts = counts(query);
    int length = counts.values().stream().mapToInt(Integer::intValue).sum();
    double[] sums = new double[texts];
    double own = 0;
    for (Map.Entry<String, Integer> word : counts.entrySet()) {
      List<Posting> found = postings.getOrDefault(word.getKey(), List.of());
      double rarity = StrictMath.log1p((texts - found.size() + 0.5) / (found.size() + 0.5));
      own += rarity * saturation(word.getValue(), length);
      for (Posting posting : found) {
        sums[posting.text()] += rarity * saturation(posting.count(), lengths[posting.text()]);
      }
    }
    float[] scores = new float[texts];
    for (int text = 0; text < texts; text++) {
      scores[text] = own == 0 ? 0 : (float) Math.min(1, sums[text] / own);
    }
    return scores;
  }

  private double saturation(int count, int length) {
    return count * (k1 + 1) / (count + k1 * (1 - b + b * length / meanLength));
  }

  /** In the order of the text, so that sums over them have the same bits everywhere. */
  private static Map<String, Integer> counts(String text) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        counts.merge(word, 1, Integer::sum);
      }
    }
    return counts;
  }
}
