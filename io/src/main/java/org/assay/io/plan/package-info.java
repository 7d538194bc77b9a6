/** From a policy and gradings to a plan, a blind pick-list, and the decision when verdicts come. */
package org.assay.io.plan;
