/** What comes in and goes out: tables, policies, reports, protocol. */
package org.assay.io;
