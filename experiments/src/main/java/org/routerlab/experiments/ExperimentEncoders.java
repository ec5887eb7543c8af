package org.routerlab.experiments;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.routerlab.core.Progress;
import org.routerlab.core.embedding.CachedEncoder;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.datasets.transform.TextEmbeddings;
import org.routerlab.encoders.EncoderSpec;
import org.routerlab.encoders.Encoders;

/** The encoders of an experiment, behind the cache of embeddings. */
final class ExperimentEncoders {

  private ExperimentEncoders() {}

  /** All by name, in the order of the experiment. */
  static Map<String, Encoder> of(ExperimentConfig config, Path cacheDirectory, Progress progress) {
    Map<String, Encoder> encoders = new LinkedHashMap<>();
    for (EncoderSpec spec : config.encoders()) {
      Encoder encoder = Encoders.create(spec);
      Path cache = cacheDirectory.resolve("embeddings");
      String name = encoder.identity().name();
      if (encoders.put(name, new CachedEncoder(encoder, cache, progress)) != null) {
        throw new IllegalArgumentException("encoders must differ but '" + name + "' occurs twice");
      }
    }
    return encoders;
  }

  /** What transforms compare texts by: the first encoder, made only when it is asked for. */
  static TextEmbeddings first(ExperimentConfig config, Path cacheDirectory, Progress progress) {
    return texts -> of(config, cacheDirectory, progress).values().iterator().next().embed(texts);
  }
}
