package org.routerlab.experiments;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** What is known of the shipped encoders: their size, and figures that others published. */
final class EncoderProfiles {

  private static final List<Profile> ALL = read();

  private EncoderProfiles() {}

  /**
   * An encoder.
   *
   * @param maxTokens of a text, as RouterLab uses it; what is longer is cut
   * @param megabytes of the model's file, in millions of bytes
   * @param source of {@code mteb}, with its date
   */
  record Profile(
      String name, int dimension, int maxTokens, double megabytes, Mteb mteb, String source) {

    /** Fields are named, so that the file reads by itself. */
    @JsonCreator
    Profile {
      mteb = mteb == null ? new Mteb(null, null, null, null) : mteb;
    }
  }

  /**
   * Figures of MTEB (English, 56 data sets), in %; null where no source was found.
   *
   * @param average over all data sets
   * @param classification over 12
   * @param pairClassification over 3
   * @param similarity over the 10 of semantic textual similarity
   */
  record Mteb(
      Double average, Double classification, Double pairClassification, Double similarity) {}

  static List<Profile> all() {
    return ALL;
  }

  /** The profile of a shipped encoder; empty for others. */
  static Optional<Profile> of(String encoder) {
    return ALL.stream().filter(profile -> profile.name().equals(encoder)).findFirst();
  }

  private static List<Profile> read() {
    String resource = "encoder-profiles.json";
    try (InputStream in = EncoderProfiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " is missing");
      }
      return List.of(RecordBinder.JSON.readValue(in, Profile[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
