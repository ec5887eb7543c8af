package org.routerlab.encoders;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where jars with models are looked for, and put.
 *
 * @param localRepository the local Maven repository, only read
 * @param downloads where downloads are kept, in the layout of a repository
 * @param remoteRepository where missing ones are downloaded
 */
record ArtifactPlaces(Path localRepository, Path downloads, URI remoteRepository) {

  /**
   * Those of this machine: {@code maven.repo.local} or {@code ~/.m2/repository}; {@code
   * routerlab/models} below {@code XDG_CACHE_HOME} or {@code ~/.cache}; {@code
   * ROUTERLAB_MAVEN_REPOSITORY} or Maven Central.
   */
  static ArtifactPlaces standard() {
    Path home = Path.of(System.getProperty("user.home"));
    Path local =
        Optional.ofNullable(System.getProperty("maven.repo.local"))
            .map(Path::of)
            .orElse(home.resolve(".m2").resolve("repository"));
    Path cache = variable("XDG_CACHE_HOME").map(Path::of).orElse(home.resolve(".cache"));
    String remote =
        variable("ROUTERLAB_MAVEN_REPOSITORY").orElse("https://repo.maven.apache.org/maven2");
    return new ArtifactPlaces(
        local, cache.resolve("routerlab").resolve("models"), URI.create(remote));
  }

  private static Optional<String> variable(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }
}
