package org.assay.io.doctor;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.assay.io.BadInputException;
import org.assay.io.doctor.Diagnosis.Can;
import org.assay.io.doctor.Diagnosis.Question;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.ingest.InputTables;
import org.assay.io.ingest.Survey;
import org.assay.io.policy.Policy;
import org.assay.io.policy.PolicyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What can be concluded from a data set, what is wrong with it, and the policy to begin with. */
class DoctorTest {
  @TempDir Path temp;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(temp.resolve(name), text);
  }

  private static Diagnosis look(Path gradings, Path... verdicts) {
    return Doctor.look(
        InputTables.of(List.of(gradings), List.of(verdicts)), Optional.empty(), "test");
  }

  private static Can can(Diagnosis diagnosis, Question question) {
    return diagnosis.answers().get(question.ordinal()).can();
  }

  private static void assertWarned(Diagnosis diagnosis, String words) {
    assertTrue(
        diagnosis.warnings().stream().anyMatch(w -> w.contains(words)),
        words + " in " + diagnosis.warnings());
  }

  /** Two graders, 30 items in common, 40 weeks of blind random checks of everything. */
  private Path[] complete() throws IOException {
    var gradings = new StringBuilder("item_id,assessor_id,grade,graded_at\n");
    var verdicts =
        new StringBuilder(
            "item_id,assessor_id,reviewer_id,grade,checked_at,selection_method,"
                + "inclusion_probability,blind\n");
    for (int week = 0; week < 40; week++) {
      for (int n = 0; n < 4; n++) {
        for (String who : new String[] {"ann", "bob"}) {
          String item = (n == 0 ? "shared" : who + n + "-") + week;
          String day = java.time.LocalDate.of(2025, 1, 6).plusWeeks(week).toString();
          String grade = (week + n) % 3 == 0 ? "B" : "A";
          gradings.append("%s,%s,%s,%sT10:00:00Z\n".formatted(item, who, grade, day));
          String reference = (week * 4 + n) % 9 == 0 ? "B" : grade;
          verdicts.append(
              "%s,%s,q,%s,%sT12:00:00Z,CENSUS,1,BLIND\n".formatted(item, who, reference, day));
        }
      }
    }
    return new Path[] {
      write("gradings.csv", gradings.toString()), write("verdicts.csv", verdicts.toString())
    };
  }

  @Test
  void whatIsThereIsConcluded() throws IOException {
    Path[] tables = complete();
    Diagnosis d = look(tables[0], tables[1]);
    assertAll(
        () -> assertEquals(Can.YES, can(d, Question.AGREEMENT)),
        () -> assertEquals(Can.YES, can(d, Question.RATES)),
        () -> assertEquals(Can.NO, can(d, Question.LEVELS)), // no policy
        () -> assertEquals(Can.YES, can(d, Question.PEOPLE)),
        () -> assertEquals(Can.YES, can(d, Question.DRIFT)),
        () -> assertFalse(d.excludesRows()));
    Path policy = write("policy.json", starter(tables[0]).json());
    Diagnosis judged =
        Doctor.look(
            InputTables.of(List.of(tables[0]), List.of(tables[1])), Optional.of(policy), "test");
    assertTrue(can(judged, Question.LEVELS) != Can.NO, judged.answers().toString());
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    Path g = write("g.csv", "item_id,assessor_id,grade\n1,ann,A\n2,bob,B\n");
    Diagnosis alone = look(g);
    for (Question question : Question.values()) {
      assertEquals(Can.NO, can(alone, question));
      assertFalse(alone.answers().get(question.ordinal()).toDo().isEmpty());
    }
    Path v = write("v.csv", "item_id,grade,reviewer_id\n1,A,q\n2,A,q\n");
    List<String> toDo = look(g, v).answers().get(Question.RATES.ordinal()).toDo();
    assertTrue(toDo.get(0).contains("--set verdicts.selection_method="), toDo.toString());
    assertTrue(toDo.get(1).contains("--set verdicts.inclusion_probability="), toDo.toString());
  }

  @Test
  void whatLooksWrongIsSaid() throws IOException {
    Path g =
        write(
            "g.csv",
            """
            item_id,assessor_id,grade,graded_at,unti_id
            007,Anna,A,2025-03-03 09:00,u
            008,anna,B,2025-03-03 09:10,u
            12345678901234500,Anna,A,2025-03-03 09:10,u
            12345678901234600,Anna,A,2025-03-03 09:10,u
            12345678901234700,Anna,A,2025-03-03 09:10,u
            1-Mar,Anna,a,2225-03-03 09:10,u
            #REF!,Anna,A,2025-03-03 09:10,u
            x,Anna,#N/A,2065-03-03 09:10,u
            y,Anna,A,2065-03-03 09:10,u
            """);
    Path v = write("v.csv", "item_id,reviewer_id,grade\n7,q,A\n008,q,B\n");
    Diagnosis d = look(g, v);
    assertWarned(d, "\"Anna\" and \"anna\" are different people");
    assertWarned(
        d, "gradings.item_id: 3 of 9 ids have nothing but zeros after the fifteenth digit");
    assertWarned(d, "gradings.item_id: 1 of 9 ids look like dates");
    assertWarned(d, "gradings.item_id: 1 of 9 ids are errors of a spreadsheet");
    assertWarned(d, "1 of 1 ids of verdicts that no grading has are written otherwise");
    assertWarned(d, "\"7\" for \"007\"");
    assertWarned(d, "Perhaps column \"unti_id\" is meant: --column gradings.unit_id=unti_id");
    assertWarned(d, "8 rows have times without an offset");
    assertWarned(d, "the farthest 2065-03-03");
    List<String> causes = d.tables().get(0).causes();
    assertEquals(3, causes.size(), causes.toString());
    assertTrue(causes.toString().contains("expected a year from 1900 to 2199"), causes.toString());
    assertTrue(d.excludesRows());
  }

  @Test
  void thePageHasNoLongLineAndTheJsonIsJson() throws IOException {
    Path[] tables = complete();
    Diagnosis d = look(tables[0], tables[1]);
    assertTrue(DiagnosisText.of(d).lines().allMatch(line -> line.length() <= 98));
    assertEquals(
        "AGREEMENT",
        JsonMapper.shared().readTree(d.json()).path("answers").path(0).path("question").asString());
  }

  private static StarterPolicy starter(Path gradings) {
    return StarterPolicy.of(
        Survey.of(InputTables.of(List.of(gradings), List.of())), ZoneId.of("Europe/Berlin"));
  }

  @Test
  void aStarterPolicyFitsItsTable() throws IOException {
    Path g =
        write(
            "g.csv",
            """
            item_id,assessor_id,grade,graded_at
            1,ann,"fair, ""so\""\",2025-03-03 09:00
            2,ann,good,2025-03-03 09:10
            3,bob,Good,2025-03-03 09:10
            4,bob,good,2025-03-03 09:10
            """);
    StarterPolicy starter = starter(g);
    Policy policy = PolicyReader.parse(starter.json());
    assertEquals(List.of("fair, \"so\"", "good"), policy.scheme().grades());
    assertEquals("Europe/Berlin", policy.zone().getId());
    assertEquals(0, Ingest.read(IngestOptions.of(g, policy)).ledger().gradings().rowsExcluded());
    for (String decide : List.of("which grades", "a scale", "the rates", "unacceptable however")) {
      assertTrue(starter.json().contains(decide), decide);
    }
    assertTrue(starter.json().contains("\\\"Good\\\" (1) is read as \\\"good\\\""), starter.json());
  }

  @Test
  void numbersAreAScaleAlsoWithDecimalCommas() throws IOException {
    Path g = write("g.csv", "item_id;assessor_id;grade\n1;a;10\n2;a;1,5\n3;b;1.5\n4;b;2\n");
    Policy policy = starter(g).policy();
    assertEquals(List.of("1.5", "2", "10"), policy.scheme().grades());
    assertTrue(policy.scheme().isOrdered());
    assertEquals(0, Ingest.read(IngestOptions.of(g, policy)).ledger().gradings().rowsExcluded());
  }

  @Test
  void oneGradeIsNoScheme() throws IOException {
    Path same = write("s.csv", "item_id,assessor_id,grade\n1,a,A\n2,a,a\n");
    assertThrows(BadInputException.class, () -> starter(same));
    Path one = write("o.csv", "item_id,assessor_id,grade\n1,a,A\n2,a,A\n");
    assertThrows(BadInputException.class, () -> starter(one));
  }
}
