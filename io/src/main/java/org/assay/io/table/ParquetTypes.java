package org.assay.io.table;

import java.util.Optional;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UnknownLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Which types a column of a table may have in a Parquet file, and how its values are written. */
final class ParquetTypes {
  private ParquetTypes() {}

  /** How values are written; empty when the column may not have the type. */
  static Optional<CellFormat> format(Table.Column column, PrimitiveType type) {
    return Optional.ofNullable(
        switch (column.kind()) {
          case NUMBER -> number(type);
          case YES_OR_NO -> yesOrNo(column, type);
          case TIME -> time(type);
          case ID, WORD -> other(type);
        });
  }

  /** The types a column may have, as messages name them. */
  static String expected(Table.Column column) {
    return switch (column.kind()) {
      case NUMBER -> "text, DOUBLE, FLOAT, DECIMAL or a whole number";
      case YES_OR_NO -> "text or BOOLEAN";
      case TIME -> "TIMESTAMP or text";
      case ID, WORD -> "text, UUID, DATE or a whole number";
    };
  }

  private static CellFormat number(PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return new CellFormat.Decimal(decimal.getScale());
    }
    boolean floating =
        type.getPrimitiveTypeName() == PrimitiveTypeName.DOUBLE
            || type.getPrimitiveTypeName() == PrimitiveTypeName.FLOAT;
    return floating && logical == null ? new CellFormat.Floating() : wholeOrText(type);
  }

  private static CellFormat yesOrNo(Table.Column column, PrimitiveType type) {
    return type.getPrimitiveTypeName() == PrimitiveTypeName.BOOLEAN
        ? new CellFormat.YesOrNo(column.word(true), column.word(false))
        : text(type);
  }

  // A date is taken as it would stand in a CSV file, where it is found to be no time.
  private static CellFormat time(PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    if (logical instanceof TimestampLogicalTypeAnnotation time) {
      return timestamp(time);
    }
    return logical instanceof DateLogicalTypeAnnotation ? new CellFormat.Date() : text(type);
  }

  private static CellFormat other(PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    if (logical instanceof DateLogicalTypeAnnotation) {
      return new CellFormat.Date();
    }
    return logical instanceof UUIDLogicalTypeAnnotation ? new CellFormat.Uuid() : wholeOrText(type);
  }

  private static CellFormat timestamp(TimestampLogicalTypeAnnotation time) {
    int digits = time.getUnit() == TimeUnit.MILLIS ? 3 : time.getUnit() == TimeUnit.MICROS ? 6 : 9;
    return new CellFormat.Timestamp(digits, time.isAdjustedToUTC());
  }

  private static CellFormat wholeOrText(PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    boolean whole =
        type.getPrimitiveTypeName() == PrimitiveTypeName.INT32
            || type.getPrimitiveTypeName() == PrimitiveTypeName.INT64;
    if (whole && logical instanceof IntLogicalTypeAnnotation sized) {
      return new CellFormat.Whole(sized.getBitWidth(), sized.isSigned());
    }
    return whole && logical == null ? new CellFormat.Whole(64, true) : text(type);
  }

  // A column that is known to be empty is written as anything. Some writers do not mark text.
  private static CellFormat text(PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    boolean text =
        logical == null
            || logical instanceof StringLogicalTypeAnnotation
            || logical instanceof EnumLogicalTypeAnnotation;
    return type.getPrimitiveTypeName() == PrimitiveTypeName.BINARY && text
            || logical instanceof UnknownLogicalTypeAnnotation
        ? new CellFormat.Plain()
        : null;
  }
}
