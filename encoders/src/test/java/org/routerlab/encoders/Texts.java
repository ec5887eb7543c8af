package org.routerlab.encoders;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.routerlab.core.Seed;

/** Texts of random ordinary words, the same for the same seed. */
final class Texts {

  private static final String[] WORDS =
      ("the model cat writes code about rivers quickly under seven blue windows while reading"
              + " ancient theorems and extraordinarily long unpronounceable words, 42 of them!")
          .split(" ");

  private Texts() {}

  static List<String> of(long seed, int count, int longest) {
    SplittableRandom random = new Seed(seed).stream("texts");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(words(random, random.nextInt(1, longest + 1)));
    }
    return texts;
  }

  private static String words(SplittableRandom random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    return text.toString();
  }
}
