/** The judge of a finished plan, rule by rule; it does not lean on what wrote the plan. */
package run.harrier.plan.generation.certificate.model;
