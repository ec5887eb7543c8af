package org.routerlab.datasets.formats;

import java.nio.file.Path;
import org.routerlab.core.BadDataException;
import org.routerlab.datasets.Benchmark;

/**
 * A layout in which a routing benchmark is published.
 *
 * <p>A format is a record: its components are choices that the publication leaves open, each with a
 * default. Its javadoc says where the layout is documented, and what is peculiar to it.
 */
public interface Format {

  /** Such as {@code routerbench}; lower case with hyphens. */
  String name();

  /** What files it reads, in one line for a list. */
  String files();

  /** Where the layout is documented. */
  String documentation();

  /**
   * Reads a benchmark as its authors published it.
   *
   * @param source the folder, or the one file where the format is of one file
   * @throws BadDataException in one line, where a file is missing or breaks a rule of the format
   */
  Benchmark read(Path source);
}
