package org.assay.io.table;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.VersionParser;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.VersionParser.VersionParseException;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.PrimitiveType;

/**
 * A Parquet file opened for reading.
 *
 * <p>Whatever is wrong with the file is thrown as an {@link IOException} or, from deep in the
 * decoding of a page, as a {@link RuntimeException} of any kind; {@link UnsupportedException} says
 * that the file is sound but more than is read here.
 *
 * <p><b>Cost.</b> One column of one row group at a time is in memory as it is in the file, and one
 * page of it decompressed. Not thread-safe.
 */
final class ParquetFile implements Closeable {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ENCRYPTED = "PARE".getBytes(StandardCharsets.US_ASCII);
  private static final int TAIL = Integer.BYTES + MAGIC.length; // length of the footer, magic

  private final FileChannel channel;
  private final FileMetaData footer;
  private final ParsedVersion writer;
  private final List<ParquetColumnType> columns = new ArrayList<>();

  /** The file is sound, but uses what is not read here; the message says what. */
  static final class UnsupportedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedException(String message) {
      super(message);
    }
  }

  private ParquetFile(FileChannel channel) throws IOException {
    this.channel = channel;
    this.footer = footer();
    this.writer = writer(footer.created_by);
    addColumns();
  }

  /**
   * Whether a file begins as Parquet files do.
   *
   * @param file any file
   * @return true for Parquet, encrypted or not
   * @throws IOException if it cannot be read
   */
  static boolean isParquet(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] magic = in.readNBytes(MAGIC.length);
      return Arrays.equals(magic, MAGIC) || Arrays.equals(magic, ENCRYPTED);
    }
  }

  /**
   * Opens a file and reads its footer.
   *
   * @param file Parquet file
   * @return the file
   * @throws IOException if the file cannot be read, is cut off or is damaged
   */
  static ParquetFile open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file);
    try {
      return new ParquetFile(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** The columns at the root of the schema, in order. */
  List<ParquetColumnType> columns() {
    return List.copyOf(columns);
  }

  /** Number of row groups. */
  int rowGroups() {
    return footer.row_groups.size();
  }

  /**
   * Number of rows in a row group.
   *
   * @param group from 0
   * @return the rows
   */
  long rows(int group) {
    return footer.row_groups.get(group).num_rows;
  }

  /**
   * Reads a column of a row group.
   *
   * @param group from 0; it has at least one row
   * @param column column that has a type
   * @param converter takes the values
   * @return the values, the first of them ready
   * @throws IOException if the file is damaged
   */
  ColumnReader read(int group, ParquetColumnType column, PrimitiveConverter converter)
      throws IOException {
    PrimitiveType type = column.type().orElseThrow();
    RowGroup rowGroup = footer.row_groups.get(group);
    ColumnChunk chunk = rowGroup.columns.get(column.leaf());
    if (chunk.isSetCrypto_metadata() || !chunk.isSetMeta_data()) {
      throw new UnsupportedException("column " + column.name() + " is encrypted");
    }
    if (chunk.isSetFile_path()) {
      throw new UnsupportedException("column " + column.name() + " is in another file");
    }
    ColumnMetaData data = chunk.meta_data;
    if (data.num_values != rowGroup.num_rows) {
      throw new IOException("a column has not one value for each row");
    }
    long from =
        data.isSetDictionary_page_offset() && data.dictionary_page_offset > 0
            ? Math.min(data.dictionary_page_offset, data.data_page_offset)
            : data.data_page_offset;
    byte[] bytes = bytes(from, data.total_compressed_size);
    var pages =
        new ColumnPages(bytes, codec(column, data), data.total_uncompressed_size, data.num_values);
    return new ColumnReaderImpl(column.descriptor(type), pages, converter, writer);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private FileMetaData footer() throws IOException {
    long size = channel.size();
    ByteBuffer tail = ByteBuffer.wrap(bytes(size - TAIL, TAIL)).order(ByteOrder.LITTLE_ENDIAN);
    int length = tail.getInt();
    byte[] magic = new byte[MAGIC.length];
    tail.get(magic);
    if (Arrays.equals(magic, ENCRYPTED)) {
      throw new UnsupportedException("the file is encrypted");
    }
    if (!Arrays.equals(magic, MAGIC)) {
      throw new EOFException("the file does not end as Parquet files do");
    }
    return Util.readFileMetaData(new ByteArrayInputStream(bytes(size - TAIL - length, length)));
  }

  private byte[] bytes(long from, long count) throws IOException {
    if (from < 0 || count < 0 || count > channel.size() - from) {
      throw new EOFException("the file is shorter than it says");
    }
    if (count > Integer.MAX_VALUE - 8) {
      throw new UnsupportedException("a column has more than 2 GiB in one row group");
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) count);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new EOFException("the file is shorter than it says");
      }
    }
    return bytes.array();
  }

  // The schema is a tree, written depth first; each node says how many children follow.
  private void addColumns() throws IOException {
    List<SchemaElement> schema = footer.schema;
    int leaf = 0;
    int next = 1;
    while (next < schema.size()) {
      SchemaElement root = schema.get(next);
      columns.add(new ParquetColumnType(root, leaf));
      long open = 1; // nodes that are announced and have not come
      while (open > 0) {
        if (next == schema.size()) {
          throw new IOException("the schema ends early");
        }
        SchemaElement node = schema.get(next++);
        int children = node.isSetNum_children() ? node.num_children : 0;
        if (children < 0) {
          throw new IOException("the schema is damaged");
        }
        leaf += children == 0 ? 1 : 0;
        open += children - 1;
      }
    }
  }

  private static Codec codec(ParquetColumnType column, ColumnMetaData data) {
    return Arrays.stream(Codec.values())
        .filter(codec -> codec.name().equals(data.codec.name()))
        .findFirst()
        .orElseThrow(
            () ->
                new UnsupportedException(
                    "column "
                        + column.name()
                        + " is compressed with "
                        + data.codec
                        + ", expected one of "
                        + Arrays.toString(Codec.values())));
  }

  // Which program wrote the file tells whether one of its known slips must be mended.
  private static ParsedVersion writer(String createdBy) {
    try {
      return createdBy == null ? null : VersionParser.parse(createdBy);
    } catch (VersionParseException e) {
      return null;
    }
  }
}
