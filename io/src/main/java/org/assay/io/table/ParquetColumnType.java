package org.assay.io.table;

import java.util.Locale;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.IntType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** A column at the root of a Parquet file's schema. */
final class ParquetColumnType {
  private final SchemaElement element;
  private final int leaf;

  /**
   * A column.
   *
   * @param element its node of the schema
   * @param leaf place of its first leaf among all leaves of the schema
   */
  ParquetColumnType(SchemaElement element, int leaf) {
    this.element = element;
    this.leaf = leaf;
  }

  /** Its name. */
  String name() {
    return element.name;
  }

  int leaf() {
    return leaf;
  }

  private boolean isNested() {
    return element.isSetNum_children() && element.num_children > 0 || !element.isSetType();
  }

  /** What its values are; empty when they are nested, repeated or of a type not known here. */
  Optional<PrimitiveType> type() {
    if (isNested() || element.repetition_type == FieldRepetitionType.REPEATED) {
      return Optional.empty();
    }
    boolean logical = element.isSetLogicalType();
    boolean annotated = logical || element.isSetConverted_type();
    LogicalTypeAnnotation annotation =
        logical ? annotation(element.logicalType) : annotated ? converted() : null;
    if (annotated && annotation == null) {
      return Optional.empty();
    }
    var repetition = Type.Repetition.valueOf(element.repetition_type.name());
    return Optional.of(
        Types.primitive(physical(), repetition)
            .length(element.type_length)
            .as(annotation)
            .named(element.name));
  }

  /** Its type as messages show it. */
  String typeName() {
    if (isNested()) {
      return "nested";
    }
    String logical =
        element.isSetLogicalType()
            ? element.logicalType.getSetField().getFieldName()
            : element.isSetConverted_type() ? element.converted_type.name() : "";
    String repeated = element.repetition_type == FieldRepetitionType.REPEATED ? "repeated " : "";
    return repeated
        + (logical.isEmpty() ? "" : logical.toUpperCase(Locale.ROOT) + " as ")
        + element.type;
  }

  ColumnDescriptor descriptor(PrimitiveType type) {
    return new ColumnDescriptor(
        new String[] {element.name}, type, 0, type.isRepetition(Type.Repetition.OPTIONAL) ? 1 : 0);
  }

  private PrimitiveTypeName physical() {
    return switch (element.type) {
      case BYTE_ARRAY -> PrimitiveTypeName.BINARY;
      default -> PrimitiveTypeName.valueOf(element.type.name());
    };
  }

  // What older writers say in place of the logical type; their times are all in UTC.
  private LogicalTypeAnnotation converted() {
    return switch (element.converted_type) {
      case UTF8 -> LogicalTypeAnnotation.stringType();
      case ENUM -> LogicalTypeAnnotation.enumType();
      case DATE -> LogicalTypeAnnotation.dateType();
      case DECIMAL -> LogicalTypeAnnotation.decimalType(element.scale, element.precision);
      case TIMESTAMP_MILLIS -> LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS);
      case TIMESTAMP_MICROS -> LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS);
      case INT_8 -> LogicalTypeAnnotation.intType(8, true);
      case INT_16 -> LogicalTypeAnnotation.intType(16, true);
      case INT_32 -> LogicalTypeAnnotation.intType(32, true);
      case INT_64 -> LogicalTypeAnnotation.intType(64, true);
      case UINT_8 -> LogicalTypeAnnotation.intType(8, false);
      case UINT_16 -> LogicalTypeAnnotation.intType(16, false);
      case UINT_32 -> LogicalTypeAnnotation.intType(32, false);
      case UINT_64 -> LogicalTypeAnnotation.intType(64, false);
      default -> null;
    };
  }

  private static LogicalTypeAnnotation annotation(LogicalType logical) {
    return switch (logical.getSetField()) {
      case STRING -> LogicalTypeAnnotation.stringType();
      case ENUM -> LogicalTypeAnnotation.enumType();
      case UUID -> LogicalTypeAnnotation.uuidType();
      case DATE -> LogicalTypeAnnotation.dateType();
      case UNKNOWN -> LogicalTypeAnnotation.unknownType();
      case INTEGER -> {
        IntType type = logical.getINTEGER();
        yield LogicalTypeAnnotation.intType(type.bitWidth, type.isSigned);
      }
      case DECIMAL -> {
        DecimalType type = logical.getDECIMAL();
        yield LogicalTypeAnnotation.decimalType(type.scale, type.precision);
      }
      case TIMESTAMP -> {
        TimestampType type = logical.getTIMESTAMP();
        TimeUnit unit =
            type.unit.isSetMILLIS()
                ? TimeUnit.MILLIS
                : type.unit.isSetMICROS() ? TimeUnit.MICROS : TimeUnit.NANOS;
        yield LogicalTypeAnnotation.timestampType(type.isAdjustedToUTC, unit);
      }
      default -> null;
    };
  }
}
