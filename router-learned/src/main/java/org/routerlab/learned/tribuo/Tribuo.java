package org.routerlab.learned.tribuo;

import de.bwaldvogel.liblinear.Linear;
import java.util.logging.Level;
import java.util.logging.Logger;
import libsvm.svm;
import org.routerlab.core.matrix.FloatMatrix;
import org.tribuo.Dataset;
import org.tribuo.MutableDataset;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/** What the adapters have in common: data in the library's form, and silence. */
final class Tribuo {

  /** Held, because a logger that nobody holds forgets its level. */
  private static final Logger LOGGER = Logger.getLogger("org.tribuo");

  static {
    LOGGER.setLevel(Level.WARNING);
    svm.svm_set_print_string_function(line -> {});
    Linear.disableDebugOutput();
  }

  private Tribuo() {}

  /** A data set whose features and outputs are numbered in the order of the columns. */
  static Dataset<Regressor> data(FloatMatrix inputs, FloatMatrix targets) {
    RegressionFactory factory = new RegressionFactory();
    MutableDataset<Regressor> data =
        new MutableDataset<>(new SimpleDataSourceProvenance("training queries", factory), factory);
    String[] features = names(inputs.columns());
    String[] outputs = names(targets.columns());
    for (int row = 0; row < inputs.rows(); row++) {
      Regressor target = new Regressor(outputs, doubles(targets.row(row)));
      data.add(new ArrayExample<>(target, features, doubles(inputs.row(row))));
    }
    return data;
  }

  /** The library numbers names in alphabetic order. */
  private static String[] names(int count) {
    String[] names = new String[count];
    for (int i = 0; i < count; i++) {
      names[i] = Integer.toString(1_000_000 + i);
    }
    return names;
  }

  private static double[] doubles(float[] values) {
    double[] copy = new double[values.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = values[i];
    }
    return copy;
  }
}
