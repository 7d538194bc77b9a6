/**
 * The JSON Lines protocol: one file per operation, each with the records of its input, parameters
 * and result, and nothing computed that core does not compute. Which class answers what:
 *
 * <ul>
 *   <li>Answer a line: {@link org.assay.io.protocol.Protocol}; its errors are of an {@link
 *       org.assay.io.protocol.ErrorKind}.
 *   <li>The schema of requests and responses, made from the records: {@link
 *       org.assay.io.protocol.ProtocolSchema}; for people {@link
 *       org.assay.io.protocol.ProtocolPage}, {@code docs/protocol.md}.
 *   <li>What a request must look like is checked by the shapes of package {@code schema} before
 *       anything is bound; an operation checks only what values mean together.
 * </ul>
 */
package org.assay.io.protocol;
