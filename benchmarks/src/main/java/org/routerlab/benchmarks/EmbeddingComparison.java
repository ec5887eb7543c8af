package org.routerlab.benchmarks;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.routerlab.core.Seed;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.encoders.Encoders;

/**
 * Compares the default encoder with LangChain4j's class for the same model: sentences a second on
 * the same texts, in turns within one process, and whether the vectors are equal.
 *
 * <p>A program of its own rather than a JMH benchmark: one measurement takes many seconds, and only
 * the ratio of neighbouring ones means anything on a machine that does other things too. The texts
 * have fewer than 128 tokens, where LangChain4j cuts. Arguments, both optional: texts (2,000) and
 * rounds (3).
 */
public final class EmbeddingComparison {

  private static final double TOLERANCE = 1e-5;

  private static final String[] WORDS =
      """
      the of and to in is you that it he was for on are as with his they at be this have from or one
      had by word but not what all were we when your can said there use an each which she do how their
      if will up other about out many then them these so some her would make like him into time has
      look two more write go see number no way could people my than first water been call who oil its
      now find long down day did get come made may part over new sound take only little work know
      place year live me back give most very after thing our just name good sentence man think say
      great where help through much before line right too mean old any same tell boy follow came want
      show also around form three small set put end does another well large must big even such because
      turn here why ask went men read need land different home us move try kind hand picture again
      change off play spell air away animal house point page letter mother answer found study still
      learn should world high every near add food between own below country plant last school father
      keep tree never start city earth eye light thought head under story saw left late run while
      """
          .strip()
          .split("\\s+");

  private EmbeddingComparison() {}

  /** Runs the comparison and prints it; fails where the vectors differ. */
  public static void main(String[] arguments) {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    List<String> texts = texts(count);
    Encoder encoder = Encoders.create(Encoders.DEFAULT);
    EmbeddingModel yardstick = new AllMiniLmL6V2EmbeddingModel();
    // Loads both models, compiles both paths, and shows that both do the same.
    double difference = difference(encoder.embed(texts), embedAll(yardstick, texts));
    System.out.printf(
        "%d texts, %d processors, largest difference of two numbers %.1e%n",
        count, Runtime.getRuntime().availableProcessors(), difference);
    if (!(difference <= TOLERANCE)) {
      throw new IllegalStateException("the vectors differ by more than " + TOLERANCE);
    }
    compare(encoder, yardstick, texts, rounds);
  }

  private static void compare(
      Encoder encoder, EmbeddingModel yardstick, List<String> texts, int rounds) {
    double[] ratios = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      double ours = rate(texts.size(), () -> encoder.embed(texts));
      double theirs = rate(texts.size(), () -> embedAll(yardstick, texts));
      ratios[round] = ours / theirs;
      System.out.printf(
          "round %d: %.0f sentences/s against LangChain4j's %.0f, ratio %.2f%n",
          round + 1, ours, theirs, ratios[round]);
    }
    Arrays.sort(ratios);
    System.out.printf("median ratio %.2f%n", ratios[rounds / 2]);
  }

  private static double rate(int count, Runnable task) {
    long start = System.nanoTime();
    task.run();
    return count / ((System.nanoTime() - start) / 1e9);
  }

  private static List<Embedding> embedAll(EmbeddingModel model, List<String> texts) {
    return model.embedAll(texts.stream().map(TextSegment::from).toList()).content();
  }

  private static double difference(FloatMatrix ours, List<Embedding> theirs) {
    double largest = 0;
    for (int row = 0; row < ours.rows(); row++) {
      float[] vector = theirs.get(row).vector();
      for (int i = 0; i < ours.columns(); i++) {
        largest = Math.max(largest, Math.abs(ours.get(row, i) - vector[i]));
      }
    }
    return largest;
  }

  /** Texts of 3 to 98 words, most of them short: about 29 tokens in the mean. */
  private static List<String> texts(int count) {
    SplittableRandom random = new Seed(1).stream("embedding comparison");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int words = 3 + (int) Math.min(95, -24 * Math.log(1 - random.nextDouble()));
      List<String> text = new ArrayList<>();
      for (int word = 0; word < words; word++) {
        text.add(WORDS[random.nextInt(WORDS.length)]);
      }
      texts.add(String.join(" ", text));
    }
    return texts;
  }
}
