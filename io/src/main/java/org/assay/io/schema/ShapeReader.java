package org.assay.io.schema;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the shape of a JSON value from the record that is bound to it.
 *
 * <p>In a request a field may be left out, or be null, unless it is {@link Required} or of a
 * primitive type. In an answer a field is always there unless its {@link JsonInclude} leaves it
 * out, and is null where its doc comment says when. Descriptions are those of the doc comments.
 */
public final class ShapeReader {
  private static final Pattern NULL = Pattern.compile("\\bnull\\b");

  private final boolean isRequest;
  private final boolean isDescribed;
  private final Map<String, Shape> forms;

  private ShapeReader(boolean isRequest, boolean isDescribed, Map<String, Shape> forms) {
    this.isRequest = isRequest;
    this.isDescribed = isDescribed;
    this.forms = Map.copyOf(forms);
  }

  /**
   * A reader of what is asked.
   *
   * @param forms shapes by the names that {@link Form} gives them
   * @return the reader, which leaves descriptions out: no check needs them
   */
  public static ShapeReader ofRequests(Map<String, Shape> forms) {
    return new ShapeReader(true, false, forms);
  }

  /**
   * A reader of what is answered or written to a file.
   *
   * @return the reader
   */
  public static ShapeReader ofAnswers() {
    return new ShapeReader(false, true, Map.of());
  }

  /**
   * The same reader, giving each field the description of its doc comment.
   *
   * @return the reader
   */
  public ShapeReader described() {
    return new ShapeReader(isRequest, true, forms);
  }

  /**
   * The shape of a record.
   *
   * @param type a record
   * @return an object with its components, or a list of them when it is written as one
   */
  public Shape read(Class<?> type) {
    var fields = new ArrayList<Shape.Field>();
    for (RecordComponent component : type.getRecordComponents()) {
      fields.add(field(type, component));
    }
    JsonFormat format = type.getAnnotation(JsonFormat.class);
    if (format != null && format.shape() == JsonFormat.Shape.ARRAY) {
      return new Shape.Row(fields, (int) fields.stream().filter(Shape.Field::isRequired).count());
    }
    return new Shape.Fields(
        name(type), isDescribed ? DocComments.ofType(type).orElse("") : "", fields);
  }

  /**
   * What the doc comment of a class says.
   *
   * @param type a class whose source is a resource
   * @return its text without tags; empty when there is none
   */
  public static String description(Class<?> type) {
    return DocComments.ofType(type).orElse("");
  }

  /**
   * The words of an enum in a request.
   *
   * @param type an enum
   * @return its words
   */
  public static Shape.Word words(Class<?> type) {
    return options(type, Words::of, c -> "");
  }

  private static Shape.Word options(
      Class<?> type, Function<Enum<?>, String> word, Function<Enum<?>, String> description) {
    return new Shape.Word(
        Arrays.stream(type.getEnumConstants())
            .map(c -> (Enum<?>) c)
            .map(c -> new Shape.Option(word.apply(c), description.apply(c)))
            .toList());
  }

  private Shape.Field field(Class<?> type, RecordComponent component) {
    JsonProperty named = annotation(type, component, JsonProperty.class);
    String name = named == null ? component.getName() : named.value();
    String description =
        isDescribed ? DocComments.ofComponent(type, component.getName()).orElse("") : "";
    boolean isPrimitive = component.getType().isPrimitive();
    boolean isNamed = !isRequest || component.isAnnotationPresent(AsNamed.class);
    Shape shape = shape(component.getAnnotatedType(), isNamed);
    boolean isRequired;
    boolean isNullable;
    if (isRequest) {
      isRequired = isPrimitive || component.isAnnotationPresent(Required.class);
      isNullable = !isRequired;
    } else {
      boolean isLeftOut = isLeftOut(type, component);
      isRequired = !isLeftOut;
      isNullable =
          isOptional(component.getType())
              || !isPrimitive && !isLeftOut && NULL.matcher(description).find();
    }
    return new Shape.Field(
        name, isNullable ? new Shape.OrNull(shape) : shape, isRequired, description);
  }

  private static boolean isLeftOut(Class<?> type, RecordComponent component) {
    JsonInclude own = annotation(type, component, JsonInclude.class);
    JsonInclude.Include include =
        own != null
            ? own.value()
            : type.isAnnotationPresent(JsonInclude.class)
                ? type.getAnnotation(JsonInclude.class).value()
                : JsonInclude.Include.ALWAYS;
    return include != JsonInclude.Include.ALWAYS && !component.getType().isPrimitive();
  }

  // Jackson's annotations do not name record components as targets; they stand on the fields.
  private static <A extends java.lang.annotation.Annotation> A annotation(
      Class<?> type, RecordComponent component, Class<A> annotation) {
    try {
      return type.getDeclaredField(component.getName()).getAnnotation(annotation);
    } catch (NoSuchFieldException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isOptional(Class<?> type) {
    return type == Optional.class
        || type == OptionalDouble.class
        || type == OptionalLong.class
        || type == OptionalInt.class;
  }

  private Shape shape(AnnotatedType annotated, boolean isNamed) {
    Form form = annotated.getAnnotation(Form.class);
    if (form != null) {
      return form.value().equals(Form.LABEL) ? new Shape.Label() : forms.get(form.value());
    }
    Class<?> type = raw(annotated.getType());
    if (type.isRecord()) {
      return read(type);
    }
    if (type.isEnum()) {
      return options(
          type,
          isNamed ? Enum::name : Words::of,
          isDescribed ? c -> DocComments.ofConstant(c).orElse("") : c -> "");
    }
    if (Collection.class.isAssignableFrom(type)) {
      return new Shape.ListOf(entry(annotated, 0, isNamed), range(annotated, Range.LENGTH));
    }
    if (type.isArray()) {
      AnnotatedType item = ((AnnotatedArrayType) annotated).getAnnotatedGenericComponentType();
      return new Shape.ListOf(shape(item, isNamed), Range.LENGTH);
    }
    if (Map.class.isAssignableFrom(type)) {
      return new Shape.MapOf(entry(annotated, 1, isNamed));
    }
    return type == Optional.class ? entry(annotated, 0, isNamed) : simple(type, annotated);
  }

  private static Shape simple(Class<?> type, AnnotatedType annotated) {
    if (type == String.class) {
      return new Shape.Text();
    }
    if (type == Boolean.class || type == boolean.class) {
      return new Shape.Flag();
    }
    if (type == Long.class || type == long.class || type == OptionalLong.class) {
      return new Shape.Whole(range(annotated, Range.LONG));
    }
    if (type == Integer.class || type == int.class || type == OptionalInt.class) {
      return new Shape.Whole(range(annotated, Range.INT));
    }
    if (type == Double.class
        || type == double.class
        || type == Number.class
        || type == OptionalDouble.class) {
      return new Shape.Decimal(range(annotated, Range.DOUBLE));
    }
    if (type == Object.class) {
      return new Shape.Anything();
    }
    throw new IllegalArgumentException("type must be one that has a shape, got " + type);
  }

  private Shape entry(AnnotatedType annotated, int argument, boolean isNamed) {
    AnnotatedType entry =
        ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[argument];
    Shape shape = shape(entry, isNamed);
    return entry.isAnnotationPresent(MayBeNull.class) ? new Shape.OrNull(shape) : shape;
  }

  private static Range range(AnnotatedType annotated, Range type) {
    Within within = annotated.getAnnotation(Within.class);
    return within == null ? type : Range.parse(within.value(), type);
  }

  private static Class<?> raw(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      return (Class<?>) parameterized.getRawType();
    }
    return (Class<?>) type;
  }

  /** {@code AgreementResult} for the record Result in AgreementOperation. */
  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    String own = type.getSimpleName();
    if (outer == null) {
      return own;
    }
    String before = outer.getSimpleName().replaceFirst("(Operation|Part)$", "");
    return own.equals(before) ? own : before + own;
  }
}
