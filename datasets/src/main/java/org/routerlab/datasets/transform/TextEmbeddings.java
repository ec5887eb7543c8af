package org.routerlab.datasets.transform;

import java.util.List;
import org.routerlab.core.matrix.FloatMatrix;

/** Where a step gets embeddings from: an encoder's {@code embed} fits. */
@FunctionalInterface
public interface TextEmbeddings {

  /** One row a text, in order. */
  FloatMatrix of(List<String> texts);

  /** For steps that compare no texts; asking is an error. */
  static TextEmbeddings none() {
    return texts -> {
      throw new IllegalStateException("this transform compares texts and needs embeddings");
    };
  }
}
