package org.assay.latent;

import java.util.SplittableRandom;
import org.assay.data.Codes;

/** Published readings, and gradings drawn from a model. */
final class Readings {
  /**
   * Dawid and Skene (1979), table 1: 45 patients, seven digits each, three readings of observer 1
   * and one of observers 2 to 5.
   */
  private static final String ANAESTHESIA =
      "1111111 3334334 1122122 2223121 2223222 2223322 1222111 3333433 2222223 2322223 4444444"
          + " 2223343 1111111 2223212 1211111 1112111 1111111 1111111 2222221 2221322 2222222"
          + " 2222221 2223222 2212222 1111111 1111111 2322222 1111111 1111111 1121121 1111111"
          + " 3333233 1111111 2222222 2223232 4334343 2212232 2323233 3333432 1111111 1111111"
          + " 1212111 2322222 1211111 2222222";

  private Readings() {}

  /** The readings as printed. */
  static ItemGradings anaesthesia() {
    return anaesthesia(ANAESTHESIA);
  }

  /** With readings 1, 1, 2 in place of 1, 2, 2 of patient 7, as R package rater has them. */
  static ItemGradings anaesthesiaOfRater() {
    return anaesthesia(ANAESTHESIA.replace("1222111", "1122111"));
  }

  private static ItemGradings anaesthesia(String text) {
    String[] patients = text.split(" ");
    int[] observer = {0, 0, 0, 1, 2, 3, 4};
    int[] item = new int[patients.length * 7];
    int[] assessor = new int[item.length];
    int[] grade = new int[item.length];
    for (int r = 0; r < item.length; r++) {
      item[r] = r / 7;
      assessor[r] = observer[r % 7];
      grade[r] = patients[r / 7].charAt(r % 7) - '1';
    }
    return of(item, assessor, grade, patients.length, 5, 4);
  }

  /**
   * Espeland and Handelman (1989): 3,859 films read by five dentists, 1 sound and 2 carious; films
   * by pattern from 11111 to 22222, the fifth dentist varying fastest.
   */
  static ItemGradings caries() {
    int[] films = {
      1880, 789, 43, 75, 23, 63, 8, 22, 188, 191, 17, 67, 15, 85, 8, 56, 12, 26, 6, 14, 1, 20, 2,
      17, 2, 20, 6, 27, 3, 72, 1, 100
    };
    int[] item = new int[3859 * 5];
    int[] assessor = new int[item.length];
    int[] grade = new int[item.length];
    int film = 0;
    for (int pattern = 0; pattern < films.length; pattern++) {
      for (int n = 0; n < films[pattern]; n++, film++) {
        for (int j = 0; j < 5; j++) {
          item[film * 5 + j] = film;
          assessor[film * 5 + j] = j;
          grade[film * 5 + j] = pattern >> (4 - j) & 1;
        }
      }
    }
    return of(item, assessor, grade, 3859, 5, 2);
  }

  static ItemGradings of(
      int[] item, int[] assessor, int[] grade, int items, int assessors, int grades) {
    return ItemGradings.of(
        Codes.of(item), Codes.of(assessor), Codes.of(grade), items, assessors, grades);
  }

  /**
   * Items of a model of Dawid and Skene: everybody has accuracy between .6 and .95, errors are
   * uneven, and each item has so many gradings.
   */
  static ItemGradings drawn(long seed, int items, int assessors, int grades, int each) {
    var random = new SplittableRandom(seed);
    double[] accuracy = random.doubles(assessors, 0.6, 0.95).toArray();
    int[] item = new int[items * each];
    int[] assessor = new int[item.length];
    int[] grade = new int[item.length];
    for (int r = 0; r < item.length; r++) {
      int i = r / each;
      int right = i % grades;
      item[r] = i;
      assessor[r] = random.nextInt(assessors);
      boolean wrong = random.nextDouble() > accuracy[assessor[r]];
      int away = random.nextDouble() < 0.8 ? 1 : 1 + random.nextInt(grades - 1);
      grade[r] = wrong ? (right + away) % grades : right;
    }
    return of(item, assessor, grade, items, assessors, grades);
  }
}
