package org.routerlab.datasets.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.routerlab.datasets.files.JsonDocument;
import org.routerlab.datasets.files.SourceFile;

/**
 * The numbers of RouterEval's queries in their benchmark.
 *
 * @param numbers by the split, in the order of its queries; empty where there is no file
 */
record RouterEvalIndex(Map<String, List<Integer>> numbers) {

  static final String FILE = "split_index.json";
  private static final String ENDING = "_indices";

  /** Reads the file, which must have an array for each split. */
  static RouterEvalIndex read(SourceFile file, String... splits) {
    Map<String, List<Integer>> numbers = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : JsonDocument.object(file)) {
      List<Integer> ofSplit = new ArrayList<>();
      for (JsonNode number : entry.getValue()) {
        if (!number.isInt() || number.asInt() < 0) {
          String found = SourceFile.quote(number.toString());
          throw file.bad(SourceFile.quote(entry.getKey()), "whole numbers from 0", found);
        }
        ofSplit.add(number.asInt());
      }
      numbers.put(entry.getKey(), ofSplit);
    }
    for (String split : splits) {
      if (!numbers.containsKey(split + ENDING)) {
        throw file.bad("", "an array '" + split + ENDING + "'", "only " + numbers.keySet());
      }
    }
    return new RouterEvalIndex(numbers);
  }

  boolean isEmpty() {
    return numbers.isEmpty();
  }

  /** How many numbers the split has. */
  int size(String split) {
    return numbers.get(split + ENDING).size();
  }

  int number(String split, int position) {
    return numbers.get(split + ENDING).get(position);
  }
}
