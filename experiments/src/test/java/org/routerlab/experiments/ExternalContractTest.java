package org.routerlab.experiments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.routerlab.core.Query;
import org.routerlab.core.RoutingData;
import org.routerlab.core.RoutingMethod;
import org.routerlab.core.ScoreKind;
import org.routerlab.testkit.RouterContract;
import org.routerlab.testkit.RoutingTask;
import org.routerlab.testkit.RoutingTasks;

/** Decisions of others keep the contract as far as a file can. */
class ExternalContractTest implements RouterContract {

  @TempDir private static Path folder;

  /** A file with a decision for every query of the contract's task: another model each time. */
  @Override
  public RoutingMethod testConfiguration(RoutingMethod method) {
    RoutingTask task = RoutingTasks.clustered();
    List<String> names = task.train().pool().names();
    StringBuilder lines = new StringBuilder("id,decision\n");
    int number = 0;
    for (RoutingData part : List.of(task.train(), task.validation(), task.test())) {
      for (Query query : part.queries().queries()) {
        lines
            .append(query.id())
            .append(',')
            .append(names.get(number++ % names.size()))
            .append('\n');
      }
    }
    try {
      Path file = Files.writeString(folder.resolve("decisions.csv"), lines.toString());
      return new External(file.toString(), "", ScoreKind.RANK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
