package org.routerlab.datasets.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.routerlab.core.BadDataException;

/** Brings one file to its place: as many attempts as it takes, then a check of what came. */
final class Download {

  private final FetchSettings settings;
  private final Endpoints endpoints;
  private final Transfer transfer;

  Download(FetchSettings settings) {
    this.settings = settings;
    this.endpoints = new Endpoints(settings.environment());
    this.transfer = new Transfer(settings, endpoints);
  }

  /**
   * Downloads a file, from where an earlier attempt ended.
   *
   * @return what is at {@code part.target()} then
   * @throws FetchException where it cannot be had
   * @throws BadDataException where something else came; nothing of it is kept
   */
  FileDigest run(Source source, RemoteFile file, PartFile part, Meter meter) {
    URI address = endpoints.resolve(file.address());
    part.keepOnly(file.address());
    boolean resumed = part.size() > 0;
    FileDigest digest = attempt(source, file, part, meter);
    Optional<BadDataException> complaint =
        digest.complaint(file, part.path(), Endpoints.shown(address));
    if (complaint.isPresent() && resumed) {
      settings.notes().accept(file.path() + ": what an earlier run left is damaged; starting anew");
      part.delete();
      digest = attempt(source, file, part, meter);
      complaint = digest.complaint(file, part.path(), Endpoints.shown(address));
    }
    if (complaint.isPresent()) {
      part.delete();
      throw complaint.get();
    }
    part.finish();
    return digest;
  }

  private FileDigest attempt(Source source, RemoteFile file, PartFile part, Meter meter) {
    int attempt = 0;
    while (true) {
      long before = part.size();
      Duration asked = Duration.ZERO;
      String trouble;
      try {
        transfer.once(source, file, part, meter);
        return FileDigest.of(part.path());
      } catch (Transfer.Again e) {
        asked = e.wait;
        trouble = e.getMessage();
      } catch (IOException e) {
        trouble = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      } catch (BadDataException e) {
        part.delete();
        throw e;
      }
      attempt = part.size() - before >= settings.patience().progress() ? 1 : attempt + 1;
      pause(file, attempt, asked, trouble);
    }
  }

  private void pause(RemoteFile file, int attempt, Duration asked, String trouble) {
    Patience patience = settings.patience();
    String address = Endpoints.shown(endpoints.resolve(file.address()));
    if (attempt >= patience.attempts()) {
      throw new FetchException(
          "%s: expected the file, found %s (%d attempts); try again later: what came is kept"
              .formatted(address, trouble, attempt));
    }
    if (asked.compareTo(patience.longest()) > 0) {
      throw new FetchException(
          "%s: expected the file, found %s and the wish to wait %d s; try again then"
              .formatted(address, trouble, asked.toSeconds()));
    }
    Duration wait = patience.wait(attempt, asked);
    settings
        .notes()
        .accept(
            "%s: %s; trying again in %s s (%d of %d)"
                .formatted(
                    file.path(), trouble, wait.toMillis() / 1e3, attempt + 1, patience.attempts()));
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchException(address + ": interrupted", e);
    }
  }
}
