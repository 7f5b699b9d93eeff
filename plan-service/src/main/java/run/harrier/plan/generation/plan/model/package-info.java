/** The plan itself, and what its request, its schedule and its judge have in common: phases, weeks, running days. */
package run.harrier.plan.generation.plan.model;
