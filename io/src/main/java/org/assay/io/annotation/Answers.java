package org.assay.io.annotation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.io.BadInputException;
import org.assay.io.table.RowBatch;
import org.assay.io.table.TableRows;

/** The answers of an export, and the table that they are. */
final class Answers {
  /**
   * Who answered what about an item.
   *
   * @param item id
   * @param assessor id
   * @param time when; "" where the export does not say
   * @param id of the answer; "" where it has none
   * @param byQuestion answer by question
   * @param within part of the export that it is in, such as a task; "" where there are none
   */
  record Answer(
      String item,
      String assessor,
      String time,
      String id,
      Map<String, String> byQuestion,
      String within) {
    Answer(String item, String assessor, String time, String id, Map<String, String> byQuestion) {
      this(item, assessor, time, id, byQuestion, "");
    }

    /** The same in a part of the export. */
    Answer within(String part) {
      return new Answer(item, assessor, time, id, byQuestion, part);
    }

    private Answer named() {
      return new Answer(within + "/" + item, assessor, time, id, byQuestion, within);
    }
  }

  private static final String SEVERAL = "|"; // between choices of one answer
  private static final String GRADE = "grade";

  private final String name;
  private final List<Answer> answers = new ArrayList<>();
  private final Map<String, Integer> questions = new LinkedHashMap<>();
  private long withoutAnswer;

  Answers(String name) {
    this.name = name;
  }

  /** As messages name the export. */
  String name() {
    return name;
  }

  void add(Answer answer) {
    if (answer.byQuestion.values().stream().allMatch(String::isEmpty)) {
      withoutAnswer++;
      return;
    }
    answers.add(answer);
    answer.byQuestion.keySet().forEach(q -> questions.putIfAbsent(q, questions.size()));
  }

  /** An item that was skipped, or whose answer was withdrawn. */
  void addNone() {
    withoutAnswer++;
  }

  /** A question that everybody answered alike says nothing beside another one. */
  void dropIfConstant(String question) {
    long different =
        answers.stream().map(a -> a.byQuestion.getOrDefault(question, "")).distinct().count();
    if (questions.size() > 1 && different <= 1) {
      questions.remove(question);
      int place = 0;
      for (String left : List.copyOf(questions.keySet())) {
        questions.put(left, place++);
      }
    }
  }

  /** Several choices of one answer as one text. */
  static String joined(List<String> choices) {
    return String.join(SEVERAL, choices);
  }

  // Who has an item of one name in several parts has different items.
  private void tellApart() {
    Map<List<String>, String> parts = new HashMap<>();
    Set<String> several = new HashSet<>();
    for (Answer a : answers) {
      String part = parts.putIfAbsent(List.of(a.item, a.assessor), a.within);
      if (part != null && !part.equals(a.within)) {
        several.add(a.item);
      }
    }
    answers.replaceAll(a -> several.contains(a.item) ? a.named() : a);
  }

  TableRows rows() {
    tellApart();
    if (answers.isEmpty()) {
      throw new BadInputException(
          name
              + ": no answer in it that could be a grade"
              + (withoutAnswer > 0 ? " (" + withoutAnswer + " skipped or empty)" : "")
              + ", expected choices, ratings or labels of whole items");
    }
    boolean timed = answers.stream().anyMatch(a -> !a.time.isEmpty());
    boolean named = answers.stream().allMatch(a -> !a.id.isEmpty()) && areDifferent();
    List<String> titles = new ArrayList<>(List.of("item_id", "assessor_id"));
    if (timed) {
      titles.add("graded_at");
    }
    if (named) {
      titles.add("grading_id");
    }
    titles.addAll(questions.size() == 1 ? List.of(GRADE) : questions.keySet());
    return new Rows(titles, timed, named);
  }

  private boolean areDifferent() {
    var seen = new HashMap<String, Answer>();
    return answers.stream().allMatch(a -> seen.put(a.id, a) == null);
  }

  private final class Rows implements TableRows {
    private final List<String> titles;
    private final boolean timed;
    private final boolean named;
    private final Iterator<Answer> left = answers.iterator();
    private long number = 1;

    Rows(List<String> titles, boolean timed, boolean named) {
      this.titles = List.copyOf(titles);
      this.timed = timed;
      this.named = named;
    }

    @Override
    public List<String> titles() {
      return titles;
    }

    @Override
    public void fill(RowBatch batch) {
      while (!batch.isFull() && left.hasNext()) {
        Answer answer = left.next();
        List<String> cells = new ArrayList<>(List.of(answer.item, answer.assessor));
        if (timed) {
          cells.add(answer.time);
        }
        if (named) {
          cells.add(answer.id);
        }
        questions.keySet().forEach(q -> cells.add(answer.byQuestion.getOrDefault(q, "")));
        batch.addRow(++number, cells);
      }
      batch.expectRows(answers.size());
    }

    @Override
    public long leftOut() {
      return withoutAnswer;
    }

    @Override
    public void close() {
      // all of it is in memory
    }
  }
}
