package org.routerlab.datasets.fetch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.routerlab.core.Progress;

/** A server, an environment and a data directory for tests, with little patience. */
final class Laboratory implements AutoCloseable {

  static final String REVISION = "0123456789abcdef0123456789abcdef01234567";
  static final String PREFIX = "/datasets/lab/set/resolve/" + REVISION + "/";
  static final Patience PATIENCE =
      new Patience(3, Duration.ofMillis(5), Duration.ofSeconds(2), Duration.ofSeconds(2), 1 << 20);

  final FileServer server = new FileServer();
  final Map<String, String> environment = new LinkedHashMap<>();
  final List<String> notes = new ArrayList<>();
  final Path data;
  Patience patience = PATIENCE;
  Progress progress = Progress.NONE;

  Laboratory(Path data) throws java.io.IOException {
    this.data = data;
    environment.put("ROUTERLAB_HF_ENDPOINT", server.address());
  }

  /** Fetches a benchmark {@code lab} of those files. */
  List<String> fetch(String... files) {
    return fetch(false, files);
  }

  List<String> fetch(boolean force, String... files) {
    FetchSettings settings = new FetchSettings(environment::get, patience, progress, notes::add);
    return new Fetcher(settings).fetch(source(files), data, force);
  }

  static Source source(String... files) {
    return Sources.parse("lab.json", json(files)).named("lab");
  }

  static String json(String... files) {
    return """
        [{"name": "lab", "title": "A Lab", "licence": "MIT", "gated": true, "format": "routerdc",
          "page": "https://huggingface.co/datasets/lab/set", "paper": "https://example.org/paper",
          "revision": "%s", "files": [%s]}]
        """
        .formatted(REVISION, String.join(", ", files));
  }

  /** The entry of a file whose size and hash are published. */
  static String entry(String path, byte[] content) {
    return entry(
        path, ", \"bytes\": %d, \"sha256\": \"%s\"".formatted(content.length, sha256(content)));
  }

  /** The entry of a file, with further fields, each after a comma. */
  static String entry(String path, String more) {
    return "{\"path\": \"%s\", \"address\": \"https://huggingface.co%s%s\"%s}"
        .formatted(path, PREFIX, path, more);
  }

  /** Content that is nowhere the same. */
  static byte[] content(int size) {
    byte[] content = new byte[size];
    new java.util.Random(size).nextBytes(content);
    return content;
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Path installed(String path) {
    return data.resolve("lab").resolve(path);
  }

  /** What the data directory has, beside the locks. */
  List<String> present() {
    return Disk.files(data).stream()
        .filter(file -> !file.startsWith(".fetch-locks"))
        .sorted()
        .toList();
  }

  String record() throws java.io.IOException {
    return Files.readString(installed("fetched.json"), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
  }
}
