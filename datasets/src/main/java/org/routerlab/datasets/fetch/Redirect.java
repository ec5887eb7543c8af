package org.routerlab.datasets.fetch;

import java.net.URI;

/** Where a redirect leads. */
final class Redirect {

  private Redirect() {}

  /**
   * The next address; never from HTTPS to plain HTTP.
   *
   * @throws FetchException where the location is none, or not allowed
   */
  static URI target(URI from, String location) {
    URI target;
    try {
      target = from.resolve(URI.create(location));
    } catch (IllegalArgumentException e) {
      target = null;
    }
    if (location.isEmpty() || target == null || target.getHost() == null || !isHttp(target)) {
      throw new FetchException(
          Endpoints.shown(from)
              + ": expected a redirect to an address, found none or a broken one");
    }
    if (from.getScheme().equals("https") && target.getScheme().equals("http")) {
      throw new FetchException(
          "%s: expected redirects to stay with https, found one to %s; name a mirror or try later"
              .formatted(Endpoints.shown(from), Endpoints.shown(target)));
    }
    return target;
  }

  private static boolean isHttp(URI target) {
    return "https".equals(target.getScheme()) || "http".equals(target.getScheme());
  }
}
