package org.assay.latent;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Whether gradings determine a latent reference at all.
 *
 * <p>Two assessors alone can be explained in many ways: any disagreement is the fault of the one or
 * of the other. So each group of assessors who are linked by common items needs three, or known
 * items, which count as one more assessor; known items of every grade in use determine a group of
 * any size. Groups without a link are fitted together, but nothing says that they mean the same by
 * a grade: that is said, with the groups.
 *
 * <p>This is necessary, not sufficient: a group of three whose items rarely meet may still
 * determine little, which the rank of the information shows. Sources: Kruskal (1977); Allman,
 * Matias and Rhodes (2009), Ann. Statist. 37, 3099-3132; for known items elementary.
 *
 * @param verdict what can be said
 * @param groups of assessors that are linked by common items, by their codes; those without any
 *     grading are left out
 * @param undetermined places of the groups that do not determine their matrices
 */
public record Identification(
    Verdict verdict, List<List<Integer>> groups, List<Integer> undetermined) {

  /** What can be said. */
  public enum Verdict {
    /** One group, with three assessors or known items. */
    IDENTIFIED,
    /** Several groups without a link, of which at least one is determined by itself. */
    DISCONNECTED,
    /** No group has three assessors or known items: matrices and references mean nothing. */
    NOT_IDENTIFIED
  }

  public Identification {
    groups = groups.stream().map(List::copyOf).toList();
    undetermined = List.copyOf(undetermined);
  }

  /**
   * The verdict on gradings.
   *
   * @param data the gradings
   * @return from who shares items with whom, and what is known
   */
  public static Identification of(ItemGradings data) {
    int reference = data.assessors(); // known items link like one more assessor
    int[] parent = new int[data.assessors() + 1];
    for (int j = 0; j < parent.length; j++) {
      parent[j] = j;
    }
    boolean[] grades = new boolean[data.assessors()];
    boolean[] used = new boolean[data.grades()];
    boolean[] known = new boolean[data.grades()];
    for (int i = 0; i < data.items(); i++) {
      boolean isKnown = data.known(i) != ItemGradings.UNKNOWN;
      for (int at = data.from(i); at < data.to(i); at++) {
        grades[data.assessor(at)] = true;
        used[data.grade(at)] = true;
        int other = isKnown ? reference : data.assessor(data.from(i));
        parent[root(parent, data.assessor(at))] = root(parent, other);
        if (isKnown) {
          known[data.known(i)] = true;
        }
      }
    }
    var byRoot = new TreeMap<Integer, List<Integer>>();
    var order = new ArrayList<List<Integer>>();
    for (int j = 0; j < data.assessors(); j++) {
      if (grades[j]) {
        byRoot
            .computeIfAbsent(
                root(parent, j),
                r -> {
                  var group = new ArrayList<Integer>();
                  order.add(group);
                  return group;
                })
            .add(j);
      }
    }
    boolean everyGradeKnown = true;
    for (int k = 0; k < used.length; k++) {
      everyGradeKnown &= known[k] || !used[k];
    }
    var undetermined = new ArrayList<Integer>();
    for (int g = 0; g < order.size(); g++) {
      boolean anchored = root(parent, order.get(g).get(0)) == root(parent, reference);
      int voices = order.get(g).size() + (anchored ? 1 : 0);
      if (voices < 3 && !(anchored && everyGradeKnown)) {
        undetermined.add(g);
      }
    }
    Verdict verdict =
        undetermined.size() == order.size()
            ? Verdict.NOT_IDENTIFIED
            : order.size() > 1 ? Verdict.DISCONNECTED : Verdict.IDENTIFIED;
    return new Identification(verdict, order, undetermined);
  }

  private static int root(int[] parent, int node) {
    int at = node;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
