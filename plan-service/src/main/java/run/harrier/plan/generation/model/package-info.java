/** The way from a request to a plan with its certificate, or to a refusal that says what is possible. */
package run.harrier.plan.generation.model;
