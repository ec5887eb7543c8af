package org.routerlab.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.routerlab.core.embedding.CachedEncoder;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.transform.Remaster;
import org.routerlab.datasets.transform.Transformed;
import org.routerlab.encoders.Encoders;
import org.routerlab.experiments.TableSteps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code routerlab datasets convert}: a benchmark in RouterLab's own form. */
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a dataset, or files in a published format, as a routing-table folder or as Parquet.",
      "Nothing is left half-written: the output appears when it is complete."
    })
final class ConvertCommand implements Callable<Integer> {

  @Mixin private DatasetSource source;

  @Mixin private DatasetTarget target;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "the dataset's name from now on; default as it is")
  private String name;

  @Spec private CommandSpec spec;

  @Option(
      names = "--steps",
      paramLabel = "FILE",
      description = "YAML list of transforms to apply, as in docs/formats.md")
  private Path steps;

  @Option(
      names = "--encoder",
      paramLabel = "NAME",
      description = "what steps compare texts by; default ${DEFAULT-VALUE}")
  private String encoder = Encoders.DEFAULT;

  @Override
  public Integer call() throws IOException {
    target.check();
    if (name != null && !name.matches("[^/\\\\\\s][^/\\\\]*")) {
      throw new IllegalArgumentException(
          "--name must not be blank or hold / but is '" + name + "'");
    }
    TableSteps transforms = steps == null ? null : TableSteps.read(steps);
    PrintWriter out = spec.commandLine().getOut();
    Benchmark benchmark = source.read();
    if (transforms != null) {
      String made = benchmark.name() + "+" + stem(steps);
      Folders folders = source.folders();
      Remaster.Result result =
          transforms.apply(benchmark, made, folders.data(), texts -> cached(folders).embed(texts));
      result.steps().stream().map(Transformed::description).forEach(out::println);
      benchmark = result.benchmark();
    }
    out.println("wrote " + target.write(name == null ? benchmark : benchmark.named(name)));
    out.flush();
    return 0;
  }

  private Encoder cached(Folders folders) {
    return new CachedEncoder(
        Encoders.create(encoder), folders.cache().resolve("embeddings"), folders.progress());
  }

  private static String stem(Path file) {
    String last = file.getFileName().toString();
    return last.contains(".") ? last.substring(0, last.indexOf('.')) : last;
  }
}
