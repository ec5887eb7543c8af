package org.routerlab.encoders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.routerlab.core.embedding.Encoder;
import org.routerlab.core.embedding.EncoderException;
import org.routerlab.core.embedding.EncoderIdentity;
import org.routerlab.core.matrix.FloatMatrix;

/**
 * An encoder behind an OpenAI-compatible {@code /v1/embeddings} endpoint.
 *
 * <p>Requests are sent one after another, {@code batchSize} texts each. What may pass is tried
 * again: see {@link HttpSender}. Its identity is address, model and use; whether the server's model
 * changed behind one name nobody can see, so name a new model anew. Texts are sent as they are,
 * also empty ones, which some servers refuse.
 */
public final class HttpEncoder implements Encoder {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final HttpEndpoint endpoint;
  private final HttpSender sender;
  private int dimension;

  /** An encoder called {@code name}, whose key is read from the environment at every request. */
  public HttpEncoder(String name, HttpEndpoint endpoint) {
    this(name, endpoint, System::getenv, Backoff.STANDARD);
  }

  HttpEncoder(
      String name, HttpEndpoint endpoint, UnaryOperator<String> environment, Backoff backoff) {
    this.name = name;
    this.endpoint = endpoint;
    this.sender = new HttpSender(name, endpoint, environment, backoff);
    this.dimension = endpoint.dimension();
  }

  @Override
  public EncoderIdentity identity() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("kind", "http");
    facts.put("url", endpoint.address().toString());
    facts.put("model", endpoint.model());
    facts.put("prefix", endpoint.prefix());
    facts.put("normalise", Boolean.toString(endpoint.normalise()));
    if (endpoint.sendDimension()) {
      facts.put("dimension", Integer.toString(endpoint.dimension()));
    }
    return EncoderIdentity.of(name, facts);
  }

  /** As declared, else as first answered; where there was no answer yet, the endpoint is asked. */
  @Override
  public int dimension() {
    if (knownDimension() == 0) {
      embed(List.of("dimension"));
    }
    return knownDimension();
  }

  @Override
  public FloatMatrix embed(List<String> texts) {
    if (texts.isEmpty()) {
      return FloatMatrix.empty(dimension());
    }
    List<FloatMatrix> parts = new ArrayList<>();
    for (int start = 0; start < texts.size(); start += endpoint.batchSize()) {
      int end = Math.min(texts.size(), start + endpoint.batchSize());
      parts.add(request(texts.subList(start, end)));
    }
    return FloatMatrix.concatenate(parts);
  }

  private FloatMatrix request(List<String> texts) {
    ObjectNode body = JSON.createObjectNode();
    body.put("model", endpoint.model());
    for (String text : texts) {
      body.withArray("input").add(TextTokenizer.wellFormed(endpoint.prefix() + text));
    }
    if (endpoint.sendDimension()) {
      body.put("dimensions", endpoint.dimension());
    }
    byte[] answer = sender.send(body.toString().getBytes(StandardCharsets.UTF_8));
    return vectors(parse(answer), texts.size());
  }

  private JsonNode parse(byte[] answer) {
    try {
      return JSON.readTree(new String(answer, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw wrong("JSON", "something else: " + sender.excerpt(answer));
    }
  }

  /** The vectors in the order of the texts, which {@code index} tells. */
  private FloatMatrix vectors(JsonNode answer, int count) {
    JsonNode data = answer.path("data");
    if (!data.isArray()) {
      String text = answer.toString();
      throw wrong("an array \"data\"", sender.excerpt(text.getBytes(StandardCharsets.UTF_8)));
    }
    if (data.size() != count) {
      throw wrong(count + " embeddings", Integer.toString(data.size()));
    }
    float[][] rows = new float[count][];
    for (JsonNode item : data) {
      int index = item.path("index").asInt(-1);
      if (index < 0 || index >= count || rows[index] != null) {
        throw wrong("each index from 0 to " + (count - 1) + " once", "index " + item.path("index"));
      }
      rows[index] = vector(item.path("embedding"));
    }
    return FloatMatrix.of(rows);
  }

  private float[] vector(JsonNode embedding) {
    if (!embedding.isArray() || embedding.isEmpty()) {
      throw wrong("an array of numbers as embedding", embedding.getNodeType().toString());
    }
    checkDimension(embedding.size());
    double[] values = new double[embedding.size()];
    for (int i = 0; i < values.length; i++) {
      JsonNode value = embedding.get(i);
      values[i] = value.asDouble();
      if (!value.isNumber() || !Float.isFinite((float) values[i])) {
        throw wrong("finite numbers as embedding", value.toString());
      }
    }
    double scale = endpoint.normalise() ? UnitLength.scale(values) : 1;
    float[] vector = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      vector[i] = (float) (values[i] * scale);
    }
    return vector;
  }

  private synchronized int knownDimension() {
    return dimension;
  }

  private synchronized void checkDimension(int found) {
    if (dimension == 0) {
      dimension = found;
    }
    if (dimension != found) {
      throw wrong("embeddings of dimension " + dimension, Integer.toString(found));
    }
  }

  private EncoderException wrong(String expected, String found) {
    return new EncoderException(
        "encoder %s: expected %s from %s, found %s"
            .formatted(name, expected, endpoint.address(), found));
  }
}
