package org.routerlab.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.routerlab.core.Require;

/** The price lists that come with RouterLab, and those in files. */
public final class PriceLists {

  private static final List<PriceList> SHIPPED =
      text("lists.txt").lines().map(name -> PriceList.parse(name, text(name + ".json"))).toList();

  private PriceLists() {}

  /** Those that come with RouterLab, by name. */
  public static List<PriceList> shipped() {
    return SHIPPED;
  }

  /**
   * A shipped list by its name, or one in a file by its path.
   *
   * @throws IllegalArgumentException where there is neither
   * @throws org.routerlab.core.BadDataException where the file is no price list
   */
  public static PriceList open(String nameOrPath) {
    Optional<PriceList> shipped =
        SHIPPED.stream().filter(list -> list.name().equals(nameOrPath)).findFirst();
    if (shipped.isPresent()) {
      return shipped.get();
    }
    if (isFile(nameOrPath)) {
      return PriceList.read(Path.of(nameOrPath));
    }
    List<String> names = SHIPPED.stream().map(PriceList::name).toList();
    throw new IllegalArgumentException(
        Require.unknown("price list", nameOrPath, names) + ", or the path of a file");
  }

  /** The newest shipped list that has the model. */
  static Optional<PriceList> newestWith(String model) {
    return SHIPPED.stream()
        .filter(list -> list.prices().containsKey(model))
        .max(Comparator.comparing(PriceList::date));
  }

  private static boolean isFile(String path) {
    try {
      return Files.isRegularFile(Path.of(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String text(String name) {
    try (InputStream in = PriceLists.class.getResourceAsStream("prices/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the resource prices/" + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
