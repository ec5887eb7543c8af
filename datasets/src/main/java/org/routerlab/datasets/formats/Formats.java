package org.routerlab.datasets.formats;

import java.util.List;
import org.routerlab.core.Require;

/** Every format there is; a further one is one line here. */
public final class Formats {

  private static final List<Format> ALL =
      List.of( //
          new EmbedLlm(), //
          new LlmRouter(), //
          new LlmRouterBench(), //
          new MixInstruct(), //
          new NineBy(), //
          new R2Bench(), //
          new RouteLlm(), //
          new RouterArena(), //
          new RouterBench(), //
          new RouterDc(), //
          new RouterEval(), //
          new RouterLabParquet(), //
          new Sprout());

  private Formats() {}

  /** All of them, by name. */
  public static List<Format> all() {
    return ALL;
  }

  /** The names of all of them. */
  public static List<String> names() {
    return ALL.stream().map(Format::name).toList();
  }

  /**
   * The format of that name, with its defaults.
   *
   * @throws IllegalArgumentException where there is none; the message lists what there is
   */
  public static Format named(String name) {
    Require.known("format", name, ALL.stream().map(Format::name).toList());
    return ALL.stream().filter(format -> format.name().equals(name)).findFirst().orElseThrow();
  }
}
