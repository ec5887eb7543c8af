package org.routerlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.core.matrix.FloatMatrix;
import org.routerlab.core.matrix.Kernels;
import org.routerlab.core.matrix.PackedMatrix;
import org.routerlab.encoders.Encoders;
import org.routerlab.semantic.UtteranceLists;
import org.routerlab.semantic.UtteranceVariant;

class UtteranceListsEncodedTest {

  private static final double SAME = 0.95;

  @Test
  void noTwoUtterancesOfAListAreTheSameToTheDefaultEncoder() {
    Encoder encoder = Encoders.create(Encoders.DEFAULT);
    List<String> found = new ArrayList<>();
    for (UtteranceVariant variant : UtteranceLists.variants()) {
      for (String route : variant.routes()) {
        List<String> utterances = UtteranceLists.of(variant.name(), route);
        FloatMatrix vectors = encoder.embed(utterances);
        FloatMatrix products = Kernels.product(vectors, PackedMatrix.of(vectors));
        for (int i = 0; i < utterances.size(); i++) {
          // The default encoder gives unit vectors, so that a product is a cosine.
          assertThat(products.get(i, i)).isBetween(0.999f, 1.001f);
          for (int j = 0; j < i; j++) {
            if (products.get(i, j) >= SAME) {
              found.add(
                  "%s/%s %.3f: %s | %s"
                      .formatted(
                          variant.name(),
                          route,
                          products.get(i, j),
                          utterances.get(j),
                          utterances.get(i)));
            }
          }
        }
      }
    }
    assertThat(found).isEmpty();
  }
}
