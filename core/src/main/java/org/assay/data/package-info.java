/**
 * Gradings and verdicts as columns of codes: the grading scheme, dictionaries from ids to codes,
 * and builders.
 */
package org.assay.data;
