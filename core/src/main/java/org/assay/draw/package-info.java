/** Frames, allocation, and seeded draws with inclusion probabilities. */
package org.assay.draw;
