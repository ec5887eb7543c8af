package org.routerlab.experiments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.routerlab.core.Require;
import org.routerlab.core.Seed;
import org.routerlab.core.Split;
import org.routerlab.datasets.Benchmark;
import org.routerlab.datasets.PriceLists;
import org.routerlab.datasets.transform.Binarise;
import org.routerlab.datasets.transform.Deduplicate;
import org.routerlab.datasets.transform.DropDatasets;
import org.routerlab.datasets.transform.DropModels;
import org.routerlab.datasets.transform.DropTagged;
import org.routerlab.datasets.transform.FewLabels;
import org.routerlab.datasets.transform.GreedyPruning;
import org.routerlab.datasets.transform.InjectSpecialists;
import org.routerlab.datasets.transform.KeepDatasets;
import org.routerlab.datasets.transform.KeepModels;
import org.routerlab.datasets.transform.NearDuplicates;
import org.routerlab.datasets.transform.PruneModels;
import org.routerlab.datasets.transform.PseudoSpecialist;
import org.routerlab.datasets.transform.Recost;
import org.routerlab.datasets.transform.SampleByTaskScore;
import org.routerlab.datasets.transform.Scope;
import org.routerlab.datasets.transform.Subsample;
import org.routerlab.datasets.transform.Transform;

/**
 * A step that makes another benchmark of the experiment's: exactly one key has a value.
 *
 * <p>Models are judged on training queries alone. The split is drawn before the first step; a query
 * stays in its part.
 *
 * @param deduplicate leaves one of each group of near-duplicates
 * @param prune leaves so many models, removing those that are bad and like others
 * @param specialists adds a made-up model for each of some datasets
 * @param sample keeps the datasets on which specialists gain most
 * @param subsample keeps so many queries
 * @param labels leaves so many training queries of each dataset
 * @param binarise makes scores 0 or 1
 * @param keepDatasets leaves only the queries of these
 * @param dropDatasets leaves out the queries of these
 * @param keepModels leaves only these
 * @param dropModels leaves out these
 * @param dropTagged leaves out the queries whose tag has a value
 * @param recost computes costs from recorded tokens by another price list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransformConfig(
    DeduplicateConfig deduplicate,
    PruneConfig prune,
    SpecialistsConfig specialists,
    SampleConfig sample,
    SubsampleConfig subsample,
    LabelsConfig labels,
    BinariseConfig binarise,
    List<String> keepDatasets,
    List<String> dropDatasets,
    List<String> keepModels,
    List<String> dropModels,
    DropTaggedConfig dropTagged,
    RecostConfig recost) {

  /** Rejects none or several keys. */
  public TransformConfig {
    long given =
        Stream.of(
                deduplicate,
                prune,
                specialists,
                sample,
                subsample,
                labels,
                binarise,
                keepDatasets,
                dropDatasets,
                keepModels,
                dropModels,
                dropTagged,
                recost)
            .filter(Objects::nonNull)
            .count();
    if (given != 1) {
      throw new IllegalArgumentException(
          "every transform must have exactly one key with a value but one has " + given);
    }
  }

  /**
   * Which near-duplicates go.
   *
   * @param threshold the least cosine of a pair; 0.999 unless given
   * @param merge whether the one that stays gets the mean outcomes of its group
   * @param trainOnly whether only training queries are compared and removed
   */
  public record DeduplicateConfig(double threshold, boolean merge, boolean trainOnly) {

    /** Fills in the threshold. */
    public DeduplicateConfig {
      threshold = threshold == 0 ? NearDuplicates.THRESHOLD : threshold;
      Require.between("deduplicate.threshold", threshold, 0, 1);
    }
  }

  /**
   * How many models stay.
   *
   * @param models at least 2
   * @param lambda the weight of accuracy, the rest being that of dissimilarity; 0.5 unless given
   */
  public record PruneConfig(int models, Double lambda) {

    /** Fills in the weight. */
    public PruneConfig {
      Require.between("prune.models", models, 2, Integer.MAX_VALUE);
      lambda = lambda == null ? GreedyPruning.LAMBDA : lambda;
      Require.between("prune.lambda", lambda, 0, 1);
    }
  }

  /**
   * Which specialists are made up.
   *
   * @param datasets one for each: right on 25 points more of it than the best model, rounded to 5
   * @param seed of the draw; 42 unless given
   */
  public record SpecialistsConfig(List<String> datasets, Long seed) {

    /** Rejects no datasets. */
    public SpecialistsConfig {
      if (datasets == null || datasets.isEmpty()) {
        throw new IllegalArgumentException("specialists.datasets must name at least one");
      }
      datasets = List.copyOf(datasets);
      seed = seed == null ? 42 : seed;
    }
  }

  /**
   * How datasets are sampled by their specialist score.
   *
   * @param datasets the share that stays; 0.85 unless given
   * @param marginal the share of queries kept of datasets scored in [0, 0.05); 1 unless given
   * @param generalist the same of those scored below 0; 1 unless given
   * @param seed of the draw; 42 unless given
   */
  public record SampleConfig(Double datasets, Double marginal, Double generalist, Long seed) {

    /** Fills in shares and seed. */
    public SampleConfig {
      datasets = datasets == null ? 0.85 : datasets;
      marginal = marginal == null ? 1 : marginal;
      generalist = generalist == null ? 1 : generalist;
      seed = seed == null ? 42 : seed;
    }
  }

  /**
   * How many queries stay.
   *
   * @param queries at least 1
   * @param seed of the draw; 42 unless given
   */
  public record SubsampleConfig(int queries, Long seed) {

    /** Fills in the seed. */
    public SubsampleConfig {
      Require.positive("subsample.queries", queries);
      seed = seed == null ? 42 : seed;
    }
  }

  /**
   * How many labelled queries there are to train on.
   *
   * @param each of every dataset, at least 1: without any, only a router that reads no labels could
   *     be trained, and such a router's figures are the same with every number of them
   * @param seed of the draw; 42 unless given
   */
  public record LabelsConfig(int each, Long seed) {

    /** Fills in the seed. */
    public LabelsConfig {
      if (each < 1) {
        throw new IllegalArgumentException(
            "labels.each must be at least 1 but is "
                + each
                + "; what a router makes of no labels is what 'utterance' makes of any number");
      }
      seed = seed == null ? 42 : seed;
    }
  }

  /**
   * What counts as right.
   *
   * @param threshold scores of at least this become 1, others 0; 0.5 unless given
   */
  public record BinariseConfig(Double threshold) {

    /** Fills in the threshold. */
    public BinariseConfig {
      threshold = threshold == null ? 0.5 : threshold;
    }
  }

  /**
   * Which queries go.
   *
   * @param tag such as {@code contaminated}
   * @param value such as {@code 'true'}: a text, even of what looks like a number or truth value
   */
  public record DropTaggedConfig(String tag, String value) {

    /** Rejects what is missing. */
    public DropTaggedConfig {
      if (tag == null || value == null) {
        throw new IllegalArgumentException(
            "dropTagged must have a tag and a value but has " + tag + " and " + value);
      }
    }
  }

  /**
   * By which prices costs are computed.
   *
   * @param prices a shipped price list by name, or the path of a file
   */
  public record RecostConfig(String prices) {

    /** Rejects no name. */
    public RecostConfig {
      if (prices == null || prices.isBlank()) {
        throw new IllegalArgumentException("recost.prices must name a price list");
      }
    }
  }

  /** The step on a benchmark under a split. */
  Transform on(Benchmark benchmark, Split split) {
    Scope train = Scope.train(benchmark, split);
    if (deduplicate != null) {
      return new Deduplicate(
          deduplicate.threshold,
          deduplicate.merge ? Deduplicate.Action.MERGE : Deduplicate.Action.KEEP_FIRST,
          deduplicate.trainOnly ? train : Scope.all());
    } else if (prune != null) {
      return new PruneModels(prune.models, prune.lambda, train);
    } else if (specialists != null) {
      return new InjectSpecialists(
          specialists.datasets.stream().map(PseudoSpecialist::of).toList(),
          train,
          Scope.parts(benchmark, split),
          new Seed(specialists.seed));
    } else if (sample != null) {
      return new SampleByTaskScore(
          TrainSpecialistScores.in(train),
          sample.datasets,
          sample.marginal,
          sample.generalist,
          new Seed(sample.seed));
    } else if (subsample != null) {
      return new Subsample(subsample.queries, new Seed(subsample.seed));
    } else if (labels != null) {
      return new FewLabels(labels.each, new Seed(labels.seed), train);
    } else if (binarise != null) {
      return new Binarise(binarise.threshold);
    } else if (keepDatasets != null) {
      return new KeepDatasets(new TreeSet<>(keepDatasets));
    } else if (dropDatasets != null) {
      return new DropDatasets(new TreeSet<>(dropDatasets));
    } else if (keepModels != null) {
      return new KeepModels(new TreeSet<>(keepModels));
    } else if (recost != null) {
      return new Recost(PriceLists.open(recost.prices));
    } else if (dropTagged != null) {
      return new DropTagged(dropTagged.tag, dropTagged.value);
    }
    return new DropModels(new TreeSet<>(dropModels));
  }
}
