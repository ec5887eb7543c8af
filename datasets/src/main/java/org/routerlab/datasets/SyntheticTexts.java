package org.routerlab.datasets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import org.routerlab.core.Seed;

/**
 * Makes the texts of a synthetic benchmark: words of one topic among common words.
 *
 * <p>The first topics have real words, so that a trained encoder tells them apart too; those after
 * them have invented ones.
 */
final class SyntheticTexts {

  private static final int OWN_WORDS = 24;

  private static final List<String> TOPICS =
      List.of(
          "cooking: onion butter oven simmer garlic dough pepper whisk roast flour recipe sauce"
              + " bake spoon broth vinegar grill saucepan yeast cream noodle basil skillet pastry",
          "astronomy: planet orbit comet telescope galaxy nebula eclipse asteroid lunar stellar"
              + " cosmos meteor redshift quasar pulsar supernova equinox zenith satellite"
              + " constellation spectrum perihelion parallax rover",
          "law: contract tenant court liability clause statute plaintiff verdict appeal witness"
              + " damages lawsuit attorney custody patent fraud notary hearing testimony bail"
              + " injunction tort jury lease",
          "programming: compiler function variable loop array exception thread pointer recursion"
              + " debugger library string integer syntax parser heap stack class method module"
              + " boolean pipeline refactor commit",
          "medicine: patient fever dosage symptom vaccine surgery infection diabetes nurse clinic"
              + " therapy antibiotic allergy tumor artery kidney diagnosis inflammation migraine"
              + " asthma pulse bandage insulin virus",
          "music: melody chord guitar rhythm violin tempo harmony piano drum chorus opera sonata"
              + " bass singer lyric orchestra scale octave trumpet ballad cello encore jazz waltz",
          "gardening: soil compost pruning seedling tulip mulch lawn hedge fertilizer weeds"
              + " watering shrub orchard trowel blossom greenhouse perennial rose root slug"
              + " harvest trellis bulb rake",
          "football: goalkeeper penalty striker offside referee midfield league tackle corner"
              + " stadium coach dribble transfer derby defender kickoff cup header captain whistle"
              + " substitute foul pitch relegation");

  private static final String COMMON =
      "please tell me about the which with for some what how when good other please many this that"
          + " need want first last between under over best explain compare show give find short long"
          + " old new very every help again after before while because simple plain";

  private final SyntheticBenchmark config;
  private final SplittableRandom random;
  private final List<String> names = new ArrayList<>();
  private final List<List<String>> vocabularies = new ArrayList<>();
  private final List<String> common = List.of(COMMON.split(" "));
  private final List<List<String>> earlier = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  SyntheticTexts(SyntheticBenchmark config, Seed seed) {
    this.config = config;
    this.random = seed.stream("synthetic texts");
    SplittableRandom letters = seed.stream("synthetic vocabulary");
    Set<String> invented = new HashSet<>();
    for (int cluster = 0; cluster < config.clusters(); cluster++) {
      earlier.add(new ArrayList<>());
      if (cluster < TOPICS.size()) {
        String[] topic = TOPICS.get(cluster).split(": ");
        names.add(topic[0]);
        vocabularies.add(List.of(topic[1].split(" ")));
      } else {
        names.add("topic-" + (cluster + 1));
        vocabularies.add(invent(letters, invented));
      }
    }
  }

  /** The name of a cluster. */
  String topic(int cluster) {
    return names.get(cluster);
  }

  /** The next text of {@code cluster}: a new one, or by chance an earlier one of that cluster. */
  String next(int cluster) {
    List<String> previous = earlier.get(cluster);
    if (!previous.isEmpty() && random.nextDouble() < config.duplicateShare()) {
      return previous.get(random.nextInt(previous.size()));
    }
    StringJoiner text = new StringJoiner(" ");
    int length = 1 + (int) (config.words() * (0.5 + random.nextDouble()));
    for (int i = 0; i < length; i++) {
      text.add(word(cluster));
    }
    // Where chance repeats a text, it grows until it is new.
    while (!seen.add(text.toString())) {
      text.add(word(cluster));
    }
    if (config.duplicateShare() > 0) {
      previous.add(text.toString());
    }
    return text.toString();
  }

  private String word(int cluster) {
    boolean own = random.nextDouble() < config.ownWordShare();
    List<String> words = own ? vocabularies.get(cluster) : common;
    return words.get(random.nextInt(words.size()));
  }

  private static List<String> invent(SplittableRandom random, Set<String> taken) {
    String consonants = "bdfgklmnprstvz";
    String vowels = "aeiou";
    List<String> words = new ArrayList<>(OWN_WORDS);
    while (words.size() < OWN_WORDS) {
      StringBuilder word = new StringBuilder();
      for (int syllable = 0; syllable < 4; syllable++) {
        word.append(consonants.charAt(random.nextInt(consonants.length())));
        word.append(vowels.charAt(random.nextInt(vowels.length())));
      }
      if (taken.add(word.toString())) {
        words.add(word.toString());
      }
    }
    return words;
  }
}
