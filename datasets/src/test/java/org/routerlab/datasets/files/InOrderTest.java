package org.routerlab.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {

  @Test
  void handsOverInTheOrderOfTheFilesThoughALaterOneIsReadFirst() {
    CountDownLatch secondWasRead = new CountDownLatch(1);
    List<String> seen = new ArrayList<>();

    InOrder.forEach(
        List.of("first", "second", "third"),
        file -> {
          if (file.equals("first")) {
            await(secondWasRead);
          } else {
            secondWasRead.countDown();
          }
          return file;
        },
        seen::add);

    assertThat(seen).containsExactly("first", "second", "third");
  }

  @Test
  void theFirstErrorByTheOrderOfTheFilesEndsIt() {
    List<Integer> files = IntStream.range(0, 20).boxed().toList();
    List<Integer> seen = new ArrayList<>();

    assertThatThrownBy(
            () ->
                InOrder.forEach(
                    files,
                    file -> {
                      if (file >= 3) {
                        throw new IllegalArgumentException("file " + file);
                      }
                      return file;
                    },
                    seen::add))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("file 3");
    assertThat(seen).containsExactly(0, 1, 2);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
