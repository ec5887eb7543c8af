package org.routerlab.datasets.fetch;

import java.net.URI;

/** A public place of benchmarks. */
enum Host {
  /** The Hugging Face hub. */
  HUGGING_FACE("https://huggingface.co/"),

  /** Files of GitHub repositories as they are. */
  GITHUB("https://raw.githubusercontent.com/");

  private final String prefix;

  Host(String prefix) {
    this.prefix = prefix;
  }

  /** What an address there begins with; ends in a slash. */
  String prefix() {
    return prefix;
  }

  /** The place that an address belongs to. */
  static Host of(URI address) {
    for (Host host : values()) {
      if (address.toString().startsWith(host.prefix)) {
        return host;
      }
    }
    throw new IllegalArgumentException(
        "address must begin with "
            + HUGGING_FACE.prefix
            + " or "
            + GITHUB.prefix
            + " but is "
            + address);
  }
}
