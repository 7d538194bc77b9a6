/**
 * What a JSON value must look like, said once: read from the records that are bound to it and their
 * doc comments, written as JSON Schema, and checked in the program.
 *
 * <ul>
 *   <li>{@link org.assay.io.schema.Shape}: the shapes themselves.
 *   <li>{@link org.assay.io.schema.ShapeReader}: from a record to its shape.
 *   <li>{@link org.assay.io.schema.ShapeCheck}: whether a value has a shape, and if not, where.
 *   <li>{@link org.assay.io.schema.JsonSchema}: a shape as JSON Schema 2020-12.
 *   <li>{@link org.assay.io.schema.DocComments}: what the doc comments say.
 * </ul>
 */
package org.assay.io.schema;
