/** What a plan asks for in a week, and what of it did not go as planned. */
package run.harrier.plan.squad.model;
