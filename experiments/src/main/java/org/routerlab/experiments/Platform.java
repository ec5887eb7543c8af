package org.routerlab.experiments;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.routerlab.core.matrix.Kernels;

/** The machine and the program that computed a result. */
public final class Platform {

  private Platform() {}

  /** The version of RouterLab. */
  public static String version() {
    String version = Platform.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** The git commit of the checkout that is running, with {@code -dirty} where it has changes. */
  public static String commit() {
    return System.getProperty("routerlab.commit", "unknown");
  }

  /** Commit, JDK, processor and kernels, by name. */
  public static SortedMap<String, String> facts() {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("routerlab", version());
    facts.put("commit", commit());
    facts.put(
        "java",
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    facts.put(
        "operating system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    facts.put("processor", processor());
    facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("kernels", Kernels.isVectorised() ? "vector" : "scalar");
    return facts;
  }

  private static String processor() {
    Path cpuinfo = Path.of("/proc/cpuinfo");
    try {
      Optional<String> name =
          (Files.isReadable(cpuinfo) ? Files.readAllLines(cpuinfo) : List.<String>of())
              .stream()
                  .filter(line -> line.startsWith("model name"))
                  .map(line -> line.substring(line.indexOf(':') + 1).strip())
                  .findFirst();
      return name.orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }

  /** The most memory this process has used, in bytes; of its heap where the system does not say. */
  static long peakMemory() {
    Path status = Path.of("/proc/self/status");
    try {
      if (Files.isReadable(status)) {
        for (String line : Files.readAllLines(status)) {
          if (line.startsWith("VmHWM:")) {
            return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
          }
        }
      }
    } catch (IOException e) {
      // Fall through to what the virtual machine knows.
    }
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  /**
   * The most of its heap this process has used, in bytes; at most this, as its parts need not have
   * peaked together.
   */
  static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  /** The folder for what may be fetched or computed again: embeddings and models. */
  public static Path cacheDirectory() {
    String set = System.getenv("ROUTERLAB_CACHE");
    if (set != null && !set.isBlank()) {
      return Path.of(set);
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path user =
        xdg != null && !xdg.isBlank()
            ? Path.of(xdg)
            : Path.of(System.getProperty("user.home"), ".cache");
    return user.resolve("routerlab");
  }

  /** The folder of routing tables: {@code $ROUTERLAB_DATA}, else {@code data} in the cache. */
  public static Path dataDirectory() {
    String set = System.getenv("ROUTERLAB_DATA");
    return set != null && !set.isBlank() ? Path.of(set) : cacheDirectory().resolve("data");
  }
}
