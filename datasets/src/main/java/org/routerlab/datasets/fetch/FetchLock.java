package org.routerlab.datasets.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps two processes from fetching one benchmark into one folder; ends with its process.
 *
 * <p>The locked files, of no bytes, stay: removing one would let two processes lock two files of
 * one name.
 */
final class FetchLock implements AutoCloseable {

  static final String FOLDER = ".fetch-locks";

  /** Those of this process: closing a second channel of a file would end the first one's lock. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path data;
  private final Path file;
  private final FileChannel channel;

  private FetchLock(Path data, Path file, FileChannel channel) {
    this.data = data;
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock of a benchmark in a data directory.
   *
   * @throws FetchException where another process has it
   */
  static FetchLock take(Path data, String name) {
    Path file = data.toAbsolutePath().normalize().resolve(FOLDER).resolve(name);
    if (!HELD.add(file)) {
      throw taken(data, name);
    }
    FetchLock lock = null;
    try {
      Files.createDirectories(file.getParent());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw taken(data, name);
      }
      lock = new FetchLock(data, file, channel);
      return lock;
    } catch (IOException e) {
      throw Disk.failure(data, e);
    } finally {
      if (lock == null) {
        HELD.remove(file);
      }
    }
  }

  private static FetchException taken(Path data, String name) {
    return new FetchException(
        "%s: expected nobody else to fetch %s there, found another process; wait until it has ended"
            .formatted(data, name));
  }

  /** The data directory whose benchmark is locked. */
  Path data() {
    return data;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock ends with the process at the latest.
    }
    HELD.remove(file);
  }
}
