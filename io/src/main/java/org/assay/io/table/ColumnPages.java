package org.assay.io.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;

/** The pages of one column in one row group, decompressed one by one as they are asked for. */
final class ColumnPages implements PageReader {
  private final byte[] chunk;
  private final ByteArrayInputStream in;
  private final Codec codec;
  private final long largest; // page, decompressed
  private final long values;
  private long valuesLeft;
  private PageHeader coming; // read, but not its page

  ColumnPages(byte[] chunk, Codec codec, long largest, long values) {
    this.chunk = chunk;
    this.in = new ByteArrayInputStream(chunk);
    this.codec = codec;
    this.largest = largest;
    this.values = values;
    this.valuesLeft = values;
  }

  @Override
  public long getTotalValueCount() {
    return values;
  }

  @Override
  public DictionaryPage readDictionaryPage() {
    try {
      coming = header();
      if (coming.type != PageType.DICTIONARY_PAGE) {
        return null;
      }
      DictionaryPageHeader page = coming.getDictionary_page_header();
      byte[] bytes = decompressed(coming);
      coming = null;
      if (page.num_values < 0 || page.num_values > bytes.length) {
        throw new IOException("a dictionary has fewer entries than it says");
      }
      return new DictionaryPage(BytesInput.from(bytes), page.num_values, encoding(page.encoding));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public DataPage readPage() {
    try {
      while (valuesLeft > 0) {
        PageHeader header = coming == null ? header() : coming;
        coming = null;
        if (header.type == PageType.DATA_PAGE) {
          return count(page(header, header.getData_page_header()));
        } else if (header.type == PageType.DATA_PAGE_V2) {
          return count(page(header, header.getData_page_header_v2()));
        }
        skip(header);
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DataPage page(PageHeader header, DataPageHeader page) throws IOException {
    return new DataPageV1(
        BytesInput.from(decompressed(header)),
        page.num_values,
        header.uncompressed_page_size,
        null,
        encoding(page.repetition_level_encoding),
        encoding(page.definition_level_encoding),
        encoding(page.encoding));
  }

  // The levels come first and are never compressed.
  private DataPage page(PageHeader header, DataPageHeaderV2 page) throws IOException {
    int repetition = page.repetition_levels_byte_length;
    int definition = page.definition_levels_byte_length;
    int levels = repetition + definition;
    if (repetition < 0
        || definition < 0
        || levels < 0
        || levels > header.compressed_page_size
        || levels > header.uncompressed_page_size) {
      throw new IOException("the levels of a page are longer than the page");
    }
    int from = skip(header);
    int count = header.compressed_page_size - levels;
    int size = header.uncompressed_page_size - levels;
    boolean packed = (!page.isSetIs_compressed() || page.is_compressed) && count > 0;
    byte[] data =
        (packed ? codec : Codec.UNCOMPRESSED).decompress(chunk, from + levels, count, size);
    return DataPageV2.uncompressed(
        page.num_rows,
        page.num_nulls,
        page.num_values,
        BytesInput.from(chunk, from, repetition),
        BytesInput.from(chunk, from + repetition, definition),
        encoding(page.encoding),
        BytesInput.from(data),
        null);
  }

  private DataPage count(DataPage page) throws IOException {
    int count = page.getValueCount();
    if (count < 0 || count > valuesLeft) {
      throw new IOException("a column has more values than its row group has rows");
    }
    valuesLeft -= count;
    return page;
  }

  private PageHeader header() throws IOException {
    PageHeader header = Util.readPageHeader(in);
    if (header.compressed_page_size < 0
        || header.compressed_page_size > in.available()
        || header.uncompressed_page_size < 0
        || header.uncompressed_page_size > largest) {
      throw new IOException("a page is longer than its column");
    }
    return header;
  }

  private byte[] decompressed(PageHeader header) throws IOException {
    int from = skip(header);
    return codec.decompress(
        chunk, from, header.compressed_page_size, header.uncompressed_page_size);
  }

  // Goes past a page; returns where it begins.
  private int skip(PageHeader header) throws IOException {
    int from = chunk.length - in.available();
    if (header.isSetCrc()) {
      var crc = new CRC32();
      crc.update(chunk, from, header.compressed_page_size);
      if ((int) crc.getValue() != header.crc) {
        throw new IOException("a page does not have its checksum");
      }
    }
    in.skipNBytes(header.compressed_page_size);
    return from;
  }

  private static Encoding encoding(org.apache.parquet.format.Encoding encoding) {
    return Encoding.valueOf(encoding.name());
  }
}
