package org.assay.io.annotation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.assay.io.BadInputException;

/**
 * CVAT for images 1.1: images with tags. The item is the image's name, the assessor whoever the
 * task or job is assigned to (else its owner, else the file's name), the grade the label of the tag
 * or, where all labels are the same, its attribute. An image without a tag has no answer.
 */
final class CvatExport {
  private static final String LABEL = "label";

  private final ExportFile file;
  private final Answers into;
  private final Deque<String> path = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> assigneeOfTask = new LinkedHashMap<>(); // of a project
  private String assignee = "";
  private String task = ""; // of the project, that is described
  private String within = ""; // task of the image; else the task or job that was exported
  private String exported = "";
  private String owner = "";
  private String image = "";
  private String attribute = "";
  private Map<String, String> answers = new LinkedHashMap<>(); // of the image
  private boolean isExport;

  private CvatExport(ExportFile file, Answers into) {
    this.file = file;
    this.into = into;
  }

  static void read(ExportFile file, Answers into) {
    try {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      factory.setProperty(XMLInputFactory.IS_COALESCING, true);
      var export = new CvatExport(file, into);
      XMLStreamReader xml = factory.createXMLStreamReader(file.content());
      while (xml.hasNext()) {
        export.take(xml, xml.next());
      }
      xml.close();
      if (!export.isExport) {
        throw new BadInputException(
            file.name() + ": has no element annotations, expected CVAT for images 1.1");
      }
      into.dropIfConstant(LABEL);
    } catch (XMLStreamException e) {
      throw new BadInputException(
          file.name()
              + ": line "
              + (e.getLocation() == null ? 0 : e.getLocation().getLineNumber())
              + " is not XML, expected CVAT for images 1.1",
          e);
    }
  }

  private void take(XMLStreamReader xml, int event) {
    if (event == XMLStreamConstants.START_ELEMENT) {
      path.addLast(xml.getLocalName());
      text.setLength(0);
      begin(xml);
    } else if (event == XMLStreamConstants.CHARACTERS) {
      text.append(xml.getText());
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      end(xml.getLocalName());
      path.removeLast();
    }
  }

  private void begin(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "annotations" -> isExport |= path.size() == 1;
      case "image" -> {
        image = attribute(xml, "name");
        image = image.isEmpty() ? attribute(xml, "id") : image;
        within = attribute(xml, "task_id");
        answers = new LinkedHashMap<>();
      }
      case "tag" -> put(LABEL, attribute(xml, LABEL));
      case "attribute" -> attribute = attribute(xml, "name");
      default -> {}
    }
  }

  private void end(String element) {
    String all = String.join("/", path);
    if (all.startsWith("annotations/meta/") && all.endsWith("/tasks/task/id")) {
      task = text.toString().strip();
    } else if (all.startsWith("annotations/meta/")
        && all.endsWith("/task/assignee/username")
        && !task.isEmpty()) {
      assigneeOfTask.put(task, text.toString().strip());
    } else if (all.equals("annotations/meta/task/id") || all.equals("annotations/meta/job/id")) {
      exported = text.toString().strip();
    } else if (all.startsWith("annotations/meta/") && all.endsWith("/assignee/username")) {
      assignee = assignee.isEmpty() ? text.toString().strip() : assignee;
    } else if (all.startsWith("annotations/meta/") && all.endsWith("/owner/username")) {
      owner = owner.isEmpty() ? text.toString().strip() : owner;
    } else if (all.equals("annotations/image/tag/attribute")) {
      put(attribute, text.toString().strip());
    } else if (element.equals("image")) {
      String by = assigneeOfTask.getOrDefault(within, assignee.isEmpty() ? owner : assignee);
      into.add(
          new Answers.Answer(image, by.isEmpty() ? file.title() : by, "", "", answers)
              .within(within.isEmpty() ? exported : within));
    }
  }

  private void put(String question, String answer) {
    answers.merge(question, answer, (a, b) -> Answers.joined(List.of(a, b)));
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
