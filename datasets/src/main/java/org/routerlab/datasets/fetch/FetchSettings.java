package org.routerlab.datasets.fetch;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.routerlab.core.Progress;

/**
 * What a fetch goes by, beside the benchmark.
 *
 * @param environment the variables of mirrors, proxies and the token; null for one that is not set
 * @param patience how often and how long a download is tried
 * @param progress hears of kilobytes
 * @param notes hears in a line what went wrong and is tried again
 */
public record FetchSettings(
    UnaryOperator<String> environment,
    Patience patience,
    Progress progress,
    Consumer<String> notes) {

  /** Those of this process. */
  public static FetchSettings standard(Progress progress, Consumer<String> notes) {
    return new FetchSettings(System::getenv, Patience.STANDARD, progress, notes);
  }
}
