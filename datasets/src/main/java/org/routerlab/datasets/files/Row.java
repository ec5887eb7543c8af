package org.routerlab.datasets.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.routerlab.core.BadDataException;

/**
 * The current row of a {@link Scan} or a {@link RecordArray}: cells by the names of their columns.
 *
 * <p>A cell that is null, JSON's null or an empty cell of CSV is missing.
 */
public final class Row {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  // Narrower than Double.parseDouble, which also takes NaN, Infinity, 1f, 0x1p3 and blanks.
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

  private final SourceFile file;
  private final Map<String, Integer> positions = new HashMap<>();
  private final boolean[] isJson;
  private final ResultSet rows;
  private final JsonNode[] cells;
  private long number;

  Row(SourceFile file, List<String> columns, ResultSet rows) throws SQLException {
    this.file = file;
    this.rows = rows;
    this.cells = null;
    this.isJson = new boolean[columns.size() + 1];
    for (int i = 0; i < columns.size(); i++) {
      positions.put(columns.get(i), i + 1);
      isJson[i + 1] = rows.getMetaData().getColumnTypeName(i + 1).equals("JSON");
    }
  }

  /** A row of values that someone else puts into {@code cells}, a column each. */
  Row(SourceFile file, List<String> columns, JsonNode[] cells) {
    this.file = file;
    this.rows = null;
    this.cells = cells;
    this.isJson = new boolean[0];
    for (int i = 0; i < columns.size(); i++) {
      positions.put(columns.get(i), i + 1);
    }
  }

  void advance() {
    number++;
  }

  /** The number of this record, the first being 1. */
  public long number() {
    return number;
  }

  /** Where this row is. */
  public Place place() {
    return new Place(file, "record " + number);
  }

  /** The error that a cell breaks a rule. */
  public BadDataException bad(String column, String expected, String found) {
    return file.bad("record " + number + ", " + SourceFile.quote(column), expected, found);
  }

  /** Whether there is a column of that name. */
  public boolean hasColumn(String column) {
    return positions.containsKey(column);
  }

  /** Whether there is a value. */
  public boolean has(String column) {
    return !json(column).isNull();
  }

  /** A text that must be there and not blank; a number or truth value counts as its text. */
  public String text(String column) {
    return optionalText(column)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> bad(column, "a text", "none"));
  }

  /** The text, where there is one. */
  public Optional<String> optionalText(String column) {
    JsonNode node = json(column);
    if (node.isContainerNode()) {
      throw bad(column, "a text", SourceFile.quote(node.toString()));
    }
    return node.isNull() ? Optional.empty() : Optional.of(node.asText());
  }

  /** A finite number; NaN where there is none. */
  public double number(String column) {
    return number(column, json(column));
  }

  /** A number of at least 0, such as a cost or a count; NaN where there is none. */
  public float amount(String column) {
    return amount(column, json(column));
  }

  /** A score in [0, 1], or true or false; NaN where there is none. */
  public float score(String column) {
    return score(column, json(column));
  }

  /** The entries of a JSON object that must be there. */
  public Set<Map.Entry<String, JsonNode>> object(String column) {
    JsonNode node = json(column);
    if (!node.isObject()) {
      throw bad(column, "a JSON object", SourceFile.quote(node.toString()));
    }
    return node.properties();
  }

  /** A field of the JSON object in that column; null's where there is no object or no field. */
  public Map.Entry<String, JsonNode> field(String column, String name) {
    JsonNode node = json(column);
    if (!node.isNull() && !node.isObject()) {
      throw bad(column, "a JSON object", SourceFile.quote(node.toString()));
    }
    JsonNode value = node.get(name);
    return Map.entry(name, value == null ? NullNode.instance : value);
  }

  /** As {@link #number(String)}, of an entry of an object in that column. */
  public double number(String column, Map.Entry<String, JsonNode> entry) {
    return number(column + "." + entry.getKey(), entry.getValue());
  }

  /** As {@link #amount(String)}, of an entry of an object in that column. */
  public float amount(String column, Map.Entry<String, JsonNode> entry) {
    return amount(column + "." + entry.getKey(), entry.getValue());
  }

  /** As {@link #score(String)}, of an entry of an object in that column. */
  public float score(String column, Map.Entry<String, JsonNode> entry) {
    return score(column + "." + entry.getKey(), entry.getValue());
  }

  /** Whatever the cell holds, as JSON; a text of a table is a JSON text. */
  public JsonNode json(String column) {
    Integer position = positions.get(column);
    if (position == null) {
      throw new IllegalArgumentException(
          "a row must have the column '" + column + "' but has " + positions.keySet());
    }
    if (cells != null) {
      return cells[position - 1];
    }
    try {
      String value = rows.getString(position);
      if (value == null) {
        return NullNode.instance;
      }
      return isJson[position] ? JSON.readTree(value) : TextNode.valueOf(value);
    } catch (JsonProcessingException e) {
      throw bad(column, "JSON", JsonProblem.of(e));
    } catch (SQLException e) {
      throw new EngineMessage(file, e.getMessage()).toException("records that can be read");
    }
  }

  private double number(String name, JsonNode node) {
    if (node.isNull() || node.isTextual() && node.asText().isEmpty()) {
      return Double.NaN;
    }
    if (!node.isValueNode() || !NUMBER.matcher(node.asText()).matches()) {
      throw bad(
          name, "a number", SourceFile.quote(node.isValueNode() ? node.asText() : node.toString()));
    }
    double value = Double.parseDouble(node.asText());
    if (!Float.isFinite((float) value)) {
      throw bad(name, "a number that a float can hold", node.asText());
    }
    return value;
  }

  private float amount(String name, JsonNode node) {
    double value = number(name, node);
    if (value < 0) {
      throw bad(name, "a number of at least 0", node.asText());
    }
    return (float) value;
  }

  private float score(String name, JsonNode node) {
    String text = node.asText().toLowerCase(Locale.ROOT);
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true") ? 1 : 0;
    }
    double value = number(name, node);
    if (value < 0 || value > 1) {
      throw bad(name, "a score in [0, 1]", node.asText());
    }
    return (float) value;
  }
}
