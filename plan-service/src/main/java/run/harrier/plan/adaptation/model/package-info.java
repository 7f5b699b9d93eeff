/** Which session becomes easy or shorter, and for which reason. */
package run.harrier.plan.adaptation.model;
