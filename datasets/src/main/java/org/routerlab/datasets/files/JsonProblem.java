package org.routerlab.datasets.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Pattern;

/** What Jackson says of broken JSON or YAML, in one line and without advice on its own settings. */
public final class JsonProblem {

  private static final Pattern INSIDE =
      Pattern.compile(
          " ?\\([^()]*(start marker|\\[Source|StreamReadFeature|DeserializationFeature)[^)]*\\)*"
              + "|\\[Source: [^\\]]*\\]|; ?line: .*");

  private JsonProblem() {}

  /** The problem. */
  public static String of(JsonProcessingException error) {
    String message = error.getOriginalMessage();
    String line =
        message == null
            ? ""
            : INSIDE.matcher(message.lines().findFirst().orElse("")).replaceAll("").strip();
    return line.isEmpty() ? "an error" : line;
  }
}
