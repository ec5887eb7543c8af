package org.routerlab.datasets.fetch;

import java.net.URI;
import java.util.Optional;

/**
 * A file of a published benchmark: where it is, and what is known of its content.
 *
 * @param path its place below the benchmark's folder, with {@code /} between parts
 * @param address on the Hugging Face hub or GitHub's raw host, with the revision in it
 * @param revision a commit, or {@code main} where none is known
 * @param bytes its size, where published
 * @param sha256 of its content in 64 lower-case hexadecimal digits, where published
 * @param gitBlob the SHA-1 under which git keeps its content, in 40 such digits, where known
 * @param unpack how it is unpacked, for an archive; {@code path} itself is then not kept
 */
public record RemoteFile(
    String path,
    URI address,
    String revision,
    Optional<Long> bytes,
    Optional<String> sha256,
    Optional<String> gitBlob,
    Optional<UnpackRule> unpack) {

  private static final String COMMIT = "[0-9a-f]{40}";

  /** Rejects addresses that are not pinned as they could be, and hashes that are none. */
  public RemoteFile {
    RelativePath.require("path", path);
    if (path.equals(Installed.FILE)) {
      throw new IllegalArgumentException("path must not be " + path + ", which fetch writes");
    }
    boolean github = Host.of(address) == Host.GITHUB;
    if (!revision.matches(COMMIT) && (github || !revision.equals("main"))) {
      throw new IllegalArgumentException(
          "revision must be a full commit" + (github ? "" : " or main") + " but is " + revision);
    }
    if (!address.getRawPath().contains("/" + revision + "/")) {
      throw new IllegalArgumentException(
          "address must have the revision " + revision + " in it but is " + address);
    }
    bytes.ifPresent(size -> requireSize(size));
    sha256.ifPresent(hash -> requireHex("sha256", hash, 64));
    gitBlob.ifPresent(hash -> requireHex("git_blob", hash, 40));
  }

  /** Whether content can be told right from wrong. */
  boolean isChecked() {
    return sha256.isPresent() || gitBlob.isPresent();
  }

  private static void requireSize(long size) {
    if (size < 0) {
      throw new IllegalArgumentException("bytes must be >= 0 but is " + size);
    }
  }

  private static void requireHex(String name, String hash, int digits) {
    if (!hash.matches("[0-9a-f]{" + digits + "}")) {
      throw new IllegalArgumentException(
          name + " must be " + digits + " lower-case hexadecimal digits but is '" + hash + "'");
    }
  }
}
