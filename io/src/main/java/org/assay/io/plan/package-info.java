/** From a policy and gradings to a plan, a blind pick-list, and the decision from the verdicts. */
package org.assay.io.plan;
