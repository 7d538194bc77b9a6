/** The policy file: grading scheme, QA levels, and what else an organisation lays down. */
package org.assay.io.policy;
