package org.routerlab.core.embedding;

import java.io.IOException;

/** Says that a shard of the cache is not what was written: cut short, changed or incomplete. */
final class DamagedShardException extends IOException {

  private static final long serialVersionUID = 1L;

  DamagedShardException(String message) {
    super(message);
  }
}
