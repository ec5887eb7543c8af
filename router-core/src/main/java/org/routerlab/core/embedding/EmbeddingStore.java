package org.routerlab.core.embedding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * The shards of one encoder in one folder. Reading is safe from several threads; the methods that
 * change the store are synchronised. Other processes may add shards at any time.
 */
final class EmbeddingStore {

  private static final Logger LOG = System.getLogger(EmbeddingStore.class.getName());

  private final Path folder;
  private final EncoderIdentity identity;
  private final Map<TextKey, Place> places = new ConcurrentHashMap<>();
  private final Set<String> known = new HashSet<>();
  private int dimension;

  EmbeddingStore(Path cache, EncoderIdentity identity) {
    this.folder = cache.resolve(identity.fingerprint());
    this.identity = identity;
  }

  /** A row of a shard. */
  private record Place(FloatMatrix vectors, int row) {}

  boolean contains(TextKey key) {
    return places.containsKey(key);
  }

  boolean containsAll(Collection<TextKey> keys) {
    return places.keySet().containsAll(keys);
  }

  /** Copies the vector of a text that the store contains. */
  void copy(TextKey key, float[] destination, int offset) {
    Place place = places.get(key);
    place.vectors().copyRow(place.row(), destination, offset);
  }

  /** The length of the vectors; empty while there is none. */
  synchronized OptionalInt dimension() {
    return dimension == 0 ? OptionalInt.empty() : OptionalInt.of(dimension);
  }

  /** Reads the shards that came since the last time, and sets damaged ones aside. */
  synchronized void refresh() {
    try {
      for (String name : shardNames(folder)) {
        if (known.add(name)) {
          load(name);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the embedding cache " + folder + ": " + e, e);
    }
  }

  /** Creates the folder, so that a place that cannot be written shows before texts are embedded. */
  synchronized void prepare() {
    try {
      Files.createDirectories(folder);
      ShardWriter.write(folder.resolve("encoder.json"), IdentityJson.of(identity));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Adds texts and their vectors, keys.size() × dimension. */
  synchronized void add(List<TextKey> keys, float[] vectors) {
    try {
      String name = ShardWriter.write(folder, keys, vectors);
      known.add(name);
      load(name);
      if (!containsAll(keys)) {
        throw new IOException("shard " + name + " could not be read back");
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** The names of the shards in a folder, sorted; none where there is no such folder. */
  static Set<String> shardNames(Path folder) throws IOException {
    Set<String> names = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + Shard.JSON)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        names.add(name.substring(0, name.length() - Shard.JSON.length()));
      }
    } catch (NoSuchFileException e) {
      return names;
    }
    names.remove("encoder");
    return names;
  }

  private void load(String name) throws IOException {
    try {
      Shard shard = Shard.open(folder, name);
      int columns = shard.vectors().columns();
      if (dimension != 0 && columns != dimension) {
        throw new DamagedShardException(
            "it has dimension " + columns + " where others have " + dimension);
      }
      dimension = columns;
      for (int row = 0; row < shard.keys().size(); row++) {
        // A text may be in two shards, written at the same time: the first name in order counts.
        places.putIfAbsent(shard.keys().get(row), new Place(shard.vectors(), row));
      }
    } catch (NoSuchFileException e) {
      // Another process found it damaged and set it aside between listing and opening.
      known.remove(name);
    } catch (DamagedShardException e) {
      setAside(name, e.getMessage());
    }
  }

  private void setAside(String name, String reason) {
    String shard = folder.resolve(name).toString();
    LOG.log(
        Level.WARNING,
        "embedding cache: shard {0} is damaged ({1}); its texts are embedded again",
        shard,
        reason);
    known.remove(name);
    // The .json goes first: without it there is no shard, wherever this stops.
    for (String suffix : List.of(Shard.JSON, Shard.KEYS, Shard.VECTORS)) {
      Path file = folder.resolve(name + suffix);
      try {
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".damaged"),
            StandardCopyOption.ATOMIC_MOVE);
      } catch (NoSuchFileException e) {
        continue;
      } catch (IOException e) {
        LOG.log(Level.WARNING, "embedding cache: cannot set {0} aside: {1}", file, e);
        known.add(name);
        return;
      }
    }
  }

  private UncheckedIOException unwritable(IOException e) {
    String message =
        "cannot write the embedding cache "
            + folder
            + " ("
            + e
            + "); free or permit that place or name another; what was finished before is kept";
    return new UncheckedIOException(message, e);
  }
}
