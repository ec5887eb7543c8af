package org.routerlab.datasets.transform;

import java.util.Objects;

/**
 * A model that does not exist: far better than the pool on one task, as good as its mean on all
 * others. It probes whether a router finds a specialist where there is one.
 *
 * <p>Source: Who Routes the Router, § 4.3.
 *
 * @param name of the model, new to the pool
 * @param task the dataset it is good at
 * @param target how good it is there
 */
public record PseudoSpecialist(String name, String task, TargetAccuracy target) {

  /** Rejects nulls. */
  public PseudoSpecialist {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(target, "target");
  }

  /** The specialist {@code pseudo-TASK}, of {@link TargetAccuracy#standard()}. */
  public static PseudoSpecialist of(String task) {
    return new PseudoSpecialist("pseudo-" + task, task, TargetAccuracy.standard());
  }
}
