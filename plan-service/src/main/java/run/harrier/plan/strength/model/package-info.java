/** What a strength session is made of, and what an athlete thinks of on easy runs. */
package run.harrier.plan.strength.model;
