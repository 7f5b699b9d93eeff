/**
 * Changes the days ahead when readiness or load says so: what the load-service publishes, and what the plan makes of
 * it.
 */
package run.harrier.plan.adaptation;
