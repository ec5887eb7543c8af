package org.routerlab.encoders;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.routerlab.core.embedding.EncoderException;

/** Cuts texts into tokens: DJL's binding of the Hugging Face tokenizers. Safe to share. */
final class TextTokenizer implements AutoCloseable {

  static {
    // Before the first touch of DJL, which otherwise looks for downloads and reports its use.
    setDefault("ai.djl.offline", "true");
    setDefault("OPT_OUT_TRACKING", "true");
  }

  private final HuggingFaceTokenizer tokenizer;
  private final String prefix;

  private TextTokenizer(HuggingFaceTokenizer tokenizer, String prefix) {
    this.tokenizer = tokenizer;
    this.prefix = prefix;
  }

  static TextTokenizer open(OnnxEncoderSpec spec) {
    Map<String, String> options =
        Map.of(
            "addSpecialTokens", "true",
            "padding", "false",
            "truncation", "true",
            "maxLength", Integer.toString(spec.maxLength()),
            "modelMaxLength", Integer.toString(spec.maxLength()));
    byte[] json = spec.tokenizer().read();
    try {
      return new TextTokenizer(
          HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), options), spec.prefix());
    } catch (IOException | RuntimeException e) {
      throw new EncoderException(
          "encoder " + spec.name() + ": cannot use the tokenizer " + spec.tokenizer() + ": " + e,
          e);
    }
  }

  /** The token ids of prefix and text, special tokens included, cut at the maximum length. */
  long[][] encode(List<String> texts) {
    List<String> prefixed = new ArrayList<>(texts.size());
    for (String text : texts) {
      prefixed.add(wellFormed(prefix + text));
    }
    Encoding[] encodings = tokenizer.batchEncode(prefixed, true, false);
    long[][] ids = new long[encodings.length][];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = encodings[i].getIds();
    }
    return ids;
  }

  /** A surrogate without its partner becomes a question mark: native code refuses it. */
  static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    tokenizer.close();
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null && System.getenv(property) == null) {
      System.setProperty(property, value);
    }
  }
}
