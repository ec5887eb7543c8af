package org.routerlab.core.embedding;

import java.util.Map;

/** An encoder's identity as JSON, for people: the cache writes it and never reads it. */
final class IdentityJson {

  private IdentityJson() {}

  static String of(EncoderIdentity identity) {
    StringBuilder json = new StringBuilder("{\n");
    json.append("  \"name\": ").append(quoted(identity.name())).append(",\n");
    json.append("  \"fingerprint\": ").append(quoted(identity.fingerprint())).append(",\n");
    json.append("  \"facts\": {");
    String separator = "\n";
    for (Map.Entry<String, String> fact : identity.facts().entrySet()) {
      json.append(separator).append("    ").append(quoted(fact.getKey()));
      json.append(": ").append(quoted(fact.getValue()));
      separator = ",\n";
    }
    return json.append("\n  }\n}\n").toString();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
