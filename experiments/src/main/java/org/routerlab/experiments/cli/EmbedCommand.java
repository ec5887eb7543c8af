package org.routerlab.experiments.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.routerlab.core.embedding.CachedEncoder;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.datasets.catalogue.Benchmarks;
import org.routerlab.encoders.EncoderSpec;
import org.routerlab.encoders.Encoders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code routerlab embed}: fills the embedding cache, or prints embeddings. */
@Command(
    name = "embed",
    mixinStandardHelpOptions = true,
    description = "Embeds texts into the cache; with --json prints the vectors, a line each.")
final class EmbedCommand implements Callable<Integer> {

  @Parameters(paramLabel = "TEXT", arity = "0..*", description = "texts to embed")
  private List<String> texts = List.of();

  @Option(names = "--file", paramLabel = "FILE", description = "one text a line")
  private Path file;

  @Option(names = "--dataset", paramLabel = "NAME", description = "all queries of a benchmark")
  private String dataset;

  @Option(names = "--encoder", paramLabel = "NAME", description = "default ${DEFAULT-VALUE}")
  private String encoder = "all-minilm-l6-v2";

  @Option(names = "--json", description = "print {\"text\": ..., \"embedding\": [...]} lines")
  private boolean json;

  @Mixin private Folders folders;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    List<String> all = gather();
    CachedEncoder cached =
        new CachedEncoder(
            Encoders.create(EncoderSpec.named(encoder)),
            folders.cache().resolve("embeddings"),
            folders.progress());
    long start = System.nanoTime();
    FloatMatrix vectors = cached.embed(all);
    double seconds = (System.nanoTime() - start) / 1e9;
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      print(all, vectors, out);
    } else {
      out.printf(
          Locale.ROOT,
          "%d texts, %d dimensions, %s: %d from the cache, %d embedded, %.1f s%n",
          all.size(),
          vectors.columns(),
          encoder,
          cached.stats().hits(),
          cached.stats().misses(),
          seconds);
    }
    out.flush();
    return 0;
  }

  private List<String> gather() throws IOException {
    List<String> all = new ArrayList<>(texts);
    if (file != null) {
      all.addAll(Files.readAllLines(file));
    }
    if (dataset != null) {
      all.addAll(Benchmarks.open(dataset, folders.data()).texts());
    }
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          "there is nothing to embed; give texts, --file FILE or --dataset NAME");
    }
    return all;
  }

  private static void print(List<String> texts, FloatMatrix vectors, PrintWriter out)
      throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    for (int row = 0; row < texts.size(); row++) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("text", texts.get(row));
      line.put("embedding", vectors.row(row));
      out.println(mapper.writeValueAsString(line));
    }
  }
}
