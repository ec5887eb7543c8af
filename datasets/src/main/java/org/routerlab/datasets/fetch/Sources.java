package org.routerlab.datasets.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.routerlab.core.BadDataException;
import org.routerlab.core.Require;

/** The benchmarks that can be fetched, as a data file lists them. */
public final class Sources {

  private static final String BUNDLED = "sources.json";

  private final List<Source> all;

  private Sources(List<Source> all) {
    this.all = all;
  }

  /** Those that RouterLab knows. */
  public static Sources bundled() {
    try (InputStream file = Sources.class.getResourceAsStream(BUNDLED)) {
      return parse(BUNDLED, new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Those of another data file.
   *
   * @param file its name, for messages
   * @throws BadDataException where a key is unknown or missing, or a value breaks a rule
   */
  public static Sources parse(String file, String json) {
    return new Sources(new SourceReader(file).read(json));
  }

  /** All of them, in the order of the file. */
  public List<Source> all() {
    return all;
  }

  /**
   * The one of that name.
   *
   * @throws IllegalArgumentException where there is none; the message names the nearest and all
   */
  public Source named(String name) {
    Require.known("benchmark to fetch", name, all.stream().map(Source::name).toList());
    return all.stream().filter(source -> source.name().equals(name)).findFirst().orElseThrow();
  }
}
