package org.routerlab.learned.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void aDecayBeginsWithAllAndWouldReachNothingOneStepAfterTheLast() {
    assertThat(Schedule.LINEAR_DECAY.share(0, 4)).isEqualTo(1);
    assertThat(Schedule.LINEAR_DECAY.share(1, 4)).isEqualTo(0.75);
    assertThat(Schedule.LINEAR_DECAY.share(4, 4)).isEqualTo(0);
    assertThat(Schedule.CONSTANT.share(3, 4)).isEqualTo(1);
  }
}
