/** A plan week by week: volume, the number of quality sessions, the days, for a race or for a beginner's base. */
package run.harrier.plan.generation.schedule.model;
