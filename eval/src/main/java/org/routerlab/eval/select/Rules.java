package org.routerlab.eval.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.routerlab.core.ModelPool;
import org.routerlab.core.Require;
import org.routerlab.eval.select.CheapestAbove.FallBack;

/**
 * Rules by their text, as an experiment names them: {@code argmax}, {@code utility(0.5)}, {@code
 * budget(0.002)}, {@code cheapest-above(0.6)}, {@code cheapest-above(0.6, dearest)}, {@code
 * pair(strong, weak, 0.1)} with two models of the pool, {@code tie-lottery} and {@code
 * service-level(0.8, 0.01)}.
 *
 * <p>{@code raw} as the last argument of {@code utility}, {@code cheapest-above} or {@code
 * service-level} lets it use scores that are not on the scale of accuracy.
 */
public final class Rules {

  private static final String RAW = "raw";
  private static final List<String> NAMES =
      List.of(
          "argmax", "utility", "budget", "cheapest-above", "pair", "tie-lottery", "service-level");

  private Rules() {}

  /** The name of a rule with its arguments. */
  private record Call(String text, String name, List<String> arguments, boolean allowRaw) {

    static Call of(String text) {
      String trimmed = text.strip();
      int open = trimmed.indexOf('(');
      if (open >= 0 && !trimmed.endsWith(")")) {
        throw new IllegalArgumentException("rule '" + text + "' must end with ')'");
      }
      String name = open < 0 ? trimmed : trimmed.substring(0, open).strip();
      Require.known("rule", name, NAMES);
      List<String> arguments = new ArrayList<>();
      if (open >= 0) {
        String inside = trimmed.substring(open + 1, trimmed.length() - 1);
        if (!inside.isBlank()) {
          Arrays.stream(inside.split(",", -1)).map(String::strip).forEach(arguments::add);
        }
      }
      boolean raw = !arguments.isEmpty() && arguments.get(arguments.size() - 1).equals(RAW);
      if (raw && List.of("utility", "cheapest-above", "service-level").contains(name)) {
        arguments.remove(arguments.size() - 1);
        return new Call(text, name, arguments, true);
      }
      return new Call(text, name, arguments, false);
    }

    void requireArguments(int least, int most, String what) {
      if (arguments.size() < least || arguments.size() > most) {
        throw new IllegalArgumentException(
            "rule '"
                + text
                + "' must be written "
                + what
                + " but has "
                + arguments.size()
                + " arguments");
      }
    }

    double number(int index) {
      try {
        return Double.parseDouble(arguments.get(index));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "rule '" + text + "' must have a number in place of '" + arguments.get(index) + "'", e);
      }
    }
  }

  /**
   * The rule that {@code text} names.
   *
   * @param pool the models that {@code pair} may name
   * @throws IllegalArgumentException on an unknown name, a wrong number of arguments or a wrong one
   */
  public static Rule parse(String text, ModelPool pool) {
    Call call = Call.of(text);
    switch (call.name()) {
      case "argmax":
        call.requireArguments(0, 0, "argmax");
        return new Argmax();
      case "tie-lottery":
        call.requireArguments(0, 0, "tie-lottery");
        return new TieLottery();
      case "utility":
        call.requireArguments(1, 1, "utility(lambda)");
        return new Utility(call.number(0), call.allowRaw());
      case "budget":
        call.requireArguments(1, 1, "budget(limit)");
        return new Budget(call.number(0));
      case "service-level":
        call.requireArguments(2, 2, "service-level(level, costWeight)");
        return new ServiceLevel(call.number(0), call.number(1), call.allowRaw());
      case "cheapest-above":
        call.requireArguments(1, 2, "cheapest-above(threshold) or with a fall-back");
        FallBack fallBack =
            call.arguments().size() == 1 ? FallBack.BEST_SCORE : fallBack(call.arguments().get(1));
        return new CheapestAbove(call.number(0), fallBack, call.allowRaw());
      default:
        return pair(call, pool);
    }
  }

  private static FallBack fallBack(String text) {
    List<String> known = Arrays.stream(FallBack.values()).map(FallBack::text).toList();
    Require.known("fall-back", text, known);
    return FallBack.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static Pair pair(Call call, ModelPool pool) {
    call.requireArguments(3, 3, "pair(strong, weak, threshold)");
    Require.known("model", call.arguments().get(0), pool.names());
    Require.known("model", call.arguments().get(1), pool.names());
    return new Pair(
        pool,
        pool.indexOf(call.arguments().get(0)),
        pool.indexOf(call.arguments().get(1)),
        call.number(2));
  }

  static String text(String name, boolean allowRaw, double... arguments) {
    List<String> texts = new ArrayList<>();
    Arrays.stream(arguments).mapToObj(Rules::number).forEach(texts::add);
    if (allowRaw) {
      texts.add(RAW);
    }
    return name + "(" + String.join(", ", texts) + ")";
  }

  /** A number without a needless fraction. */
  static String number(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
