package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.draw.Draws;
import org.assay.draw.Draws.Drawn;
import org.assay.draw.Draws.Frame;
import org.assay.draw.SeedCommitment;
import org.assay.io.schema.Required;
import org.assay.io.schema.Within;

/** Op {@code draw}: a seeded sample with inclusion probabilities. */
final class DrawOperation {
  static final Operation<Input, Params, Result> OPERATION =
      new Operation<>("draw", Input.class, Params.class, Result.class, DrawOperation::draw);

  private DrawOperation() {}

  /** Ways to draw. */
  private enum Method {
    /** Every item alike. */
    SIMPLE,
    /** Every item of a stratum alike, as many per stratum as allocation says. */
    STRATIFIED,
    /** Every so-manieth item, from a random start. */
    SYSTEMATIC,
    /** With probability in proportion to size. */
    PPS
  }

  /**
   * The frame.
   *
   * @param items what can be drawn, each item once
   */
  record Input(@Required List<Item> items) {}

  /**
   * An item that can be drawn.
   *
   * @param id any text that names the item
   * @param stratum name of its stratum; none when left out
   * @param size above 0, for draws in proportion to it; 1 when left out
   */
  record Item(@Required String id, String stratum, @Within("(0, )") Double size) {}

  /**
   * How the sample is drawn.
   *
   * @param method way to draw; when left out stratified with an allocation, pps when an item has a
   *     size, else simple
   * @param n items wanted
   * @param allocation items wanted per stratum, by its name; instead of n
   * @param seed text that the draw follows from, not empty
   * @param commitment what was published before the draw: the seed must be the one promised
   * @param exclude ids that may not be drawn; probabilities refer to the rest
   */
  record Params(
      Method method,
      Integer n,
      Map<String, Integer> allocation,
      @Required String seed,
      String commitment,
      List<String> exclude) {}

  /**
   * The sample.
   *
   * @param commitment what to publish before the seed
   * @param sample the items drawn, in the order of checking
   */
  record Result(String commitment, List<Part> sample) {}

  /**
   * An item of the sample.
   *
   * @param id the item
   * @param stratum its stratum; left out when there is none
   * @param order place in the order of checking, from 1
   * @param inclusionProbability probability with which it was to be drawn, in (0, 1]
   */
  record Part(
      String id,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String stratum,
      int order,
      double inclusionProbability) {
    static Part of(Drawn drawn) {
      return new Part(drawn.id(), drawn.stratum(), drawn.order(), drawn.inclusionProbability());
    }
  }

  private static Result draw(Input input, Params params) {
    if (input.items().isEmpty()) {
      throw new FieldException("input.items", "items must have at least one item");
    }
    if (params.seed().isEmpty()) {
      throw new FieldException("params.seed", "seed must be given, and not be empty");
    }
    if (params.commitment() != null && !SeedCommitment.holds(params.commitment(), params.seed())) {
      throw new FieldException("params.seed", "seed must be the one that commitment promised");
    }
    boolean allocated = params.allocation() != null;
    if (allocated == (params.n() != null)) {
      throw new FieldException("params.n", "n or allocation must be given, and not both");
    }
    Method method = method(input, params);
    if (allocated != (method == Method.STRATIFIED)) {
      throw new FieldException(
          "params.method", "method stratified goes with allocation, the others with n");
    }
    Frame frame = frame(input.items());
    if (params.exclude() != null) {
      requireInFrame(input.items(), params.exclude());
      frame = frame.without(new HashSet<>(params.exclude()));
    }
    if (params.n() != null && params.n() > frame.items().size()) {
      throw new FieldException(
          "params.n",
          "n must be at most the items that can be drawn, "
              + frame.items().size()
              + ", got "
              + params.n());
    }
    List<Drawn> sample = sample(method, frame, params);
    return new Result(SeedCommitment.of(params.seed()), sample.stream().map(Part::of).toList());
  }

  private static void requireInFrame(List<Item> items, List<String> exclude) {
    Set<String> ids = items.stream().map(Item::id).collect(Collectors.toSet());
    for (int i = 0; i < exclude.size(); i++) {
      if (!ids.contains(exclude.get(i))) {
        throw new FieldException(
            "params.exclude[" + i + "]",
            "an excluded id must be one of the items, got \"" + exclude.get(i) + '"');
      }
    }
  }

  private static List<Drawn> sample(Method method, Frame frame, Params params) {
    return switch (method) {
      case SIMPLE -> Draws.simple(frame, params.n(), params.seed());
      case SYSTEMATIC -> Draws.systematic(frame, params.n(), params.seed());
      case PPS -> Draws.proportionalToSize(frame, params.n(), params.seed());
      case STRATIFIED -> Draws.stratified(frame, params.allocation(), params.seed());
    };
  }

  private static Method method(Input input, Params params) {
    if (params.method() != null) {
      return params.method();
    }
    if (params.allocation() != null) {
      return Method.STRATIFIED;
    }
    return input.items().stream().anyMatch(i -> i.size() != null) ? Method.PPS : Method.SIMPLE;
  }

  private static Frame frame(List<Item> given) {
    var items = new ArrayList<Frame.Item>(given.size());
    var seen = new HashSet<String>();
    for (int i = 0; i < given.size(); i++) {
      Item item = given.get(i);
      String at = "input.items[" + i + "]";
      if (!seen.add(item.id())) {
        throw new FieldException(
            at + ".id", "id must occur once in the frame, got \"" + item.id() + "\" twice");
      }
      double size = item.size() == null ? 1 : item.size();
      items.add(new Frame.Item(item.id(), item.stratum() == null ? "" : item.stratum(), size));
    }
    return new Frame(items);
  }
}
