package org.routerlab.encoders;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the vectors of a text's tokens become the vector of the text. */
public enum Pooling {

  /** The mean over all tokens of the text. */
  @JsonProperty("mean")
  MEAN,

  /** The vector of the first token. */
  @JsonProperty("cls")
  CLS
}
