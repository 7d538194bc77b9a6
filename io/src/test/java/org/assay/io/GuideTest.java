package org.assay.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assay.Assay;
import org.assay.LevelState;
import org.assay.PairAgreement;
import org.assay.Part;
import org.assay.Plan;
import org.assay.agreement.Agreement;
import org.assay.agreement.CohenKappa;
import org.assay.count.ConfusionMatrix;
import org.assay.data.Columns;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.data.Selection;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Verdicts;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.ingest.InputTables;
import org.assay.io.ingest.TablesState;
import org.assay.io.policy.Policy;
import org.assay.io.report.Report;
import org.assay.plan.Design;
import org.assay.plan.QaLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;

/**
 * The guide: what stands there is what stands here, compiles, has at most six statements, and
 * prints what is said to be printed.
 */
class GuideTest {
  private static final Path GUIDE = Path.of("../docs/guide.md");
  private static final Path SOURCE = Path.of("src/test/java/org/assay/io/GuideTest.java");
  private static final int MOST_STATEMENTS = 6;

  record Row(String first, String second) {}

  private interface Example {
    void run() throws Exception;
  }

  @TempDir Path folder;

  private final List<Row> rows = new ArrayList<>();
  private final List<String> ids = IntStream.range(0, 2_000).mapToObj(i -> "item-" + i).toList();
  private Connection connection;
  private Gradings gradings;
  private Verdicts verdicts;
  private QaLevel level;

  @BeforeEach
  void data() throws Exception {
    String[] grades = {"A", "B", "C"};
    int[][] counts = {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}; // Cohen (1960)
    for (int r = 0; r < 3; r++) {
      for (int g = 0; g < 3; g++) {
        for (int n = 0; n < counts[r][g]; n++) {
          rows.add(new Row(grades[r], grades[g]));
        }
      }
    }
    connection = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement sql = connection.createStatement()) {
      sql.execute(
          "CREATE TABLE gradings AS SELECT i // 2 AS item_id, 'a' || (1 + i % 2) AS assessor_id,"
              + " CASE WHEN i % 200 = 1 OR i > 1400 AND i % 20 = 1 THEN 'C' WHEN i // 2 % 3 = 0 THEN 'A' ELSE 'B' END AS grade,"
              + " TIMESTAMPTZ '2025-01-06 09:00:00+00' + INTERVAL (4 * i) HOUR AS graded_at"
              + " FROM range(2000) t(i)");
      sql.execute(
          "CREATE TABLE verdicts AS SELECT item_id, assessor_id, 'q1' AS reviewer_id,"
              + " CASE WHEN item_id % 3 = 0 THEN 'A' ELSE 'B' END AS grade,"
              + " graded_at + INTERVAL 1 DAY AS checked_at"
              + " FROM gradings WHERE item_id % 5 = 0");
    }
    gradings = query("gradings", Columns.named("item_id", "assessor_id", "grade"));
    gradedLevel();
    ofADatabase();
    verdictsOfADatabase();
    printed.reset();
  }

  private Gradings query(String table, Columns<String> columns) throws Exception {
    try (Statement sql = connection.createStatement();
        ResultSet all = sql.executeQuery("SELECT * FROM " + table)) {
      return Gradings.from(all, columns);
    }
  }

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream before = System.out;

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stop() throws Exception {
    System.setOut(before);
    connection.close();
  }

  void ofPairs() {
    // guide
    PairAgreement a = Assay.agreement(rows, Row::first, Row::second);
    System.out.println(a.cohenKappa());
    // end
  }

  void ofATable() {
    // guide
    GradingScheme scheme = GradingScheme.ordered("A", "B", "C");
    PairAgreement a =
        Assay.agreement(scheme, new long[][] {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}});
    System.out.println(a.weightedKappa());
    // end
  }

  void ofADatabase() throws Exception {
    // guide
    Columns<String> columns = Columns.named("item_id", "assessor_id", "grade");
    try (Statement sql = connection.createStatement();
        ResultSet all = sql.executeQuery("SELECT * FROM gradings")) {
      gradings = Gradings.from(all, columns.time("graded_at").grades("A", "B", "C"));
    }
    // end
  }

  void verdictsOfADatabase() throws Exception {
    // guide
    Columns<String> columns = Columns.named("item_id", "assessor_id", "grade");
    Selection drawn = Selection.of(SelectionMethod.SRS, 0.2).blind();
    try (Statement sql = connection.createStatement();
        ResultSet all = sql.executeQuery("SELECT * FROM verdicts")) {
      verdicts =
          Verdicts.from(
              gradings, all, columns.time("checked_at").reviewer("reviewer_id").selected(drawn));
    }
    // end
  }

  void everybody() {
    // guide
    Agreement agreement = Assay.agreement(gradings);
    System.out.println(agreement.coefficient("krippendorffAlpha"));
    agreement.pairs().rows().forEach(pair -> System.out.println(pair.kappa()));
    // end
  }

  void confusion() {
    // guide
    Assay.confusion(verdicts).by(Part.ASSESSOR).forEach(System.out::println);
    System.out.println(Assay.confusion(verdicts).all().counts().counts());
    // end
  }

  void gradedLevel() {
    // guide
    GradingScheme scheme = GradingScheme.ordered("A", "B", "C");
    level =
        QaLevel.named("any error")
            .of(scheme)
            .acceptable(0.02)
            .unacceptable(0.05)
            .risks(0.05, 0.05) // producer's and consumer's
            .perAssessor()
            .perQuarter();
    System.out.println(level.judge(3, 40)); // 3 errors in 40 checks
    // end
  }

  void levelsOfATable() {
    // guide
    List<LevelState> states = Assay.judge(level, verdicts);
    states.forEach(System.out::println);
    // end
  }

  void plan() {
    // guide
    Plan plan = Assay.plan(level).lot(2_000).design(Design.TRUNCATED_SEQUENTIAL).build();
    System.out.println(plan);
    System.out.println(plan.draw(ids, "seed of March").get(0));
    // end
  }

  void drift() {
    // guide
    Assay.drift(verdicts, ZoneId.of("Europe/London"))
        .forEach(trend -> System.out.println(trend.assessor() + " " + trend.signals()));
    // end
  }

  void report() throws Exception {
    // guide
    Policy policy = new Policy(gradings.scheme(), List.of(level));
    Report report = Report.of(gradings, verdicts, policy);
    String json = report.toJson();
    report.writeTo(folder);
    // end
    assertTrue(json.contains("\"levels\""), json);
    assertTrue(Files.exists(folder.resolve("index.html")));
  }

  void states() throws Exception {
    Path week10 = Files.writeString(folder.resolve("week10.csv"), week(10));
    Path week11 = Files.writeString(folder.resolve("week11.csv"), week(11));
    Policy policy = new Policy(GradingScheme.ordered("A", "B", "C"), List.of(level));
    // guide
    byte[] first = TablesState.write(InputTables.of(List.of(week10), List.of())).state();
    byte[] second = TablesState.write(InputTables.of(List.of(week11), List.of())).state();
    InputTables both = TablesState.read(first, "week10").with(TablesState.read(second, "week11"));
    Report report = Report.of(Ingest.read(IngestOptions.of(both, policy)), policy);
    // end
    assertEquals(12, report.model().checks().gradings());
  }

  void counts() {
    // guide
    byte[] january = ConfusionMatrix.of(new long[][] {{88, 14}, {10, 40}}).state();
    byte[] february = ConfusionMatrix.of(new long[][] {{90, 11}, {8, 43}}).state();
    ConfusionMatrix both =
        ConfusionMatrix.ofState(january).merge(ConfusionMatrix.ofState(february));
    System.out.println(CohenKappa.of(both));
    // end
  }

  private static String week(int week) {
    var rows = new StringBuilder("item_id,assessor_id,grade,graded_at\n");
    for (int i = 0; i < 6; i++) {
      rows.append("i%d-%d,a1,%s,2025-03-%dT09:00Z\n".formatted(week, i, "ABC".charAt(i % 3), week));
    }
    return rows.toString();
  }

  void json() {
    // guide
    PairAgreement a = Assay.agreement(rows, Row::first, Row::second);
    System.out.println(new ObjectMapper().writeValueAsString(a.cohenKappa().value()));
    // end
  }

  private List<Example> examples() {
    return List.of(
        this::ofPairs,
        this::ofATable,
        this::ofADatabase,
        this::verdictsOfADatabase,
        this::everybody,
        this::confusion,
        this::gradedLevel,
        this::levelsOfATable,
        this::plan,
        this::drift,
        this::report,
        this::states,
        this::counts,
        this::json);
  }

  private record Block(String code, String output) {}

  private static List<Block> blocks(String guide) {
    var blocks = new ArrayList<Block>();
    Matcher m =
        Pattern.compile("```java\n(?!import)(.*?)\n```\n(?:\n```\n(.*?)\n```\n)?", Pattern.DOTALL)
            .matcher(guide);
    while (m.find()) {
      blocks.add(new Block(m.group(1), m.group(2) == null ? "" : m.group(2) + "\n"));
    }
    return blocks;
  }

  private static List<String> sources() throws Exception {
    var sources = new ArrayList<String>();
    Matcher m =
        Pattern.compile("    // guide\n(.*?)\n    // end\n", Pattern.DOTALL)
            .matcher(Files.readString(SOURCE));
    while (m.find()) {
      sources.add(m.group(1).replaceAll("(?m)^ {4}", ""));
    }
    return sources;
  }

  @Test
  void standsInTheGuideToTheLetter() throws Exception {
    List<String> code = blocks(Files.readString(GUIDE)).stream().map(Block::code).toList();
    assertEquals(String.join("\n\n", sources()), String.join("\n\n", code));
    assertEquals(examples().size(), code.size());
  }

  @Test
  void printsWhatTheGuideSays() throws Exception {
    List<Block> blocks = blocks(Files.readString(GUIDE));
    List<Example> examples = examples();
    var said = new StringBuilder();
    var is = new StringBuilder();
    for (int i = 0; i < examples.size(); i++) {
      printed.reset();
      examples.get(i).run();
      said.append("-- ").append(i).append('\n').append(blocks.get(i).output());
      is.append("-- ").append(i).append('\n').append(printed.toString(StandardCharsets.UTF_8));
    }
    assertEquals(said.toString(), is.toString().replace("\r", ""));
  }

  @Test
  void sixStatementsAtMost() throws Exception {
    for (String code : sources()) {
      long statements =
          code.lines().filter(line -> line.replaceAll(" //.*", "").endsWith(";")).count();
      assertTrue(statements <= MOST_STATEMENTS, code);
    }
  }

  @Test
  void importsAndVersionAreThoseInUse() throws Exception {
    String guide = Files.readString(GUIDE);
    List<String> inGuide =
        guide.lines().filter(line -> line.startsWith("import org.assay.")).toList();
    List<String> inUse =
        Files.readAllLines(SOURCE).stream()
            .filter(line -> line.startsWith("import org.assay."))
            .toList();
    assertEquals(inUse, inGuide);
    Matcher version =
        Pattern.compile("<artifactId>assay-bom</artifactId>\\s*<version>(.*?)</version>")
            .matcher(Files.readString(Path.of("../bom/pom.xml")));
    assertTrue(version.find());
    assertTrue(guide.contains("<version>" + version.group(1) + "</version>"), version.group(1));
  }
}
