package org.routerlab.datasets.transform;

import org.routerlab.datasets.Benchmark;

/**
 * One step from a benchmark to another, with a name and all its settings.
 *
 * <p>The same step on the same benchmark gives the same bytes, on any number of threads. The ids of
 * the queries never change, so that a split can be {@linkplain CarriedSplit carried} over.
 */
public sealed interface Transform
    permits Binarise,
        Deduplicate,
        DropDatasets,
        DropModels,
        DropTagged,
        FewLabels,
        InjectSpecialists,
        KeepDatasets,
        KeepModels,
        Merge,
        PruneModels,
        Recost,
        SampleByTaskScore,
        Subsample {

  /** Its name with its settings, such as {@code deduplicate(0.999, keep-first)}. */
  String name();

  /**
   * The benchmark this step makes; its name and provenance are as they were, which {@link Remaster}
   * changes.
   *
   * @param embeddings asked only by steps that compare texts
   */
  Transformed apply(Benchmark benchmark, TextEmbeddings embeddings);
}
