package org.routerlab.datasets.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.routerlab.core.BadDataException;

/** Brings one file to its place: as many attempts as it takes, then a check of what came. */
final class Download {

  /** Attempts in a row where nobody can be connected to and nothing has come yet. */
  private static final int WITHOUT_CONNECTION = 3;

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
      int most = settings.patience().attempts();
      String advice = "try again later";
      String trouble;
      try {
        transfer.once(source, file, part, meter);
        return FileDigest.of(part.path());
      } catch (Transfer.Again e) {
        asked = e.wait;
        trouble = e.getMessage();
      } catch (Exchange.NoConnection e) {
        trouble = e.getMessage();
        advice = connectionAdvice(file);
        // Where nothing came before, the name is wrong or a proxy is missing, and waiting is vain.
        most = part.size() > 0 ? most : Math.min(most, WITHOUT_CONNECTION);
      } catch (IOException e) {
        trouble = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      } catch (BadDataException e) {
        part.delete();
        throw e;
      }
      attempt = part.size() - before >= settings.patience().progress() ? 1 : attempt + 1;
      if (attempt >= most) {
        throw new FetchException(
            "%s: expected the file, found %s (%d attempts); %s%s"
                .formatted(
                    address(file),
                    trouble,
                    attempt,
                    advice,
                    part.size() > 0 ? ": what came is kept" : ""));
      }
      pause(file, attempt, most, asked, trouble);
    }
  }

  private static String connectionAdvice(RemoteFile file) {
    return "set HTTPS_PROXY and NO_PROXY where a proxy is needed, name a mirror in "
        + String.join(" or ", Endpoints.mirrorVariables(Host.of(file.address())))
        + ", or try again later";
  }

  private String address(RemoteFile file) {
    return Endpoints.shown(endpoints.resolve(file.address()));
  }

  private void pause(RemoteFile file, int attempt, int most, Duration asked, String trouble) {
    Patience patience = settings.patience();
    if (asked.compareTo(patience.longest()) > 0) {
      throw new FetchException(
          "%s: expected the file, found %s and the wish to wait %d s; try again then"
              .formatted(address(file), trouble, asked.toSeconds()));
    }
    Duration wait = patience.wait(attempt, asked);
    settings
        .notes()
        .accept(
            "%s: %s; trying again in %s s (%d of %d)"
                .formatted(file.path(), trouble, wait.toMillis() / 1e3, attempt + 1, most));
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchException(address(file) + ": interrupted", e);
    }
  }
}
