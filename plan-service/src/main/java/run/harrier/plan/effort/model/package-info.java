/** The scale of effort and the talk test. */
package run.harrier.plan.effort.model;
