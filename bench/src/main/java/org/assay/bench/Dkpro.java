package org.assay.bench;

import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.FleissKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;

/** DKPro Statistics: the agreement library for Java. */
final class Dkpro {
  private Dkpro() {}

  /** A study of two raters. */
  static CodingAnnotationStudy pairs(byte[] first, byte[] second) {
    CodingAnnotationStudy study = new CodingAnnotationStudy(2);
    for (int i = 0; i < first.length; i++) {
      study.addItem((int) first[i], (int) second[i]);
    }
    return study;
  }

  /** A study of items with the same number of ratings. */
  static CodingAnnotationStudy items(byte[] grade, int ratings) {
    CodingAnnotationStudy study = new CodingAnnotationStudy(ratings);
    for (int item = 0; item < grade.length / ratings; item++) {
      Object[] row = new Object[ratings];
      for (int r = 0; r < ratings; r++) {
        row[r] = (int) grade[item * ratings + r];
      }
      study.addItemAsArray(row);
    }
    return study;
  }

  static double cohenKappa(CodingAnnotationStudy study) {
    return new CohenKappaAgreement(study).calculateAgreement();
  }

  static double fleissKappa(CodingAnnotationStudy study) {
    return new FleissKappaAgreement(study).calculateAgreement();
  }

  static double krippendorffAlpha(CodingAnnotationStudy study) {
    return new KrippendorffAlphaAgreement(study, new NominalDistanceFunction())
        .calculateAgreement();
  }
}
