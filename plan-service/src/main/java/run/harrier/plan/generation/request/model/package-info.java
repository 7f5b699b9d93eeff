/** What is asked for, what a plan takes where nothing was asked for, and what is refused with which rule. */
package run.harrier.plan.generation.request.model;
