/** Single workouts, and which of them a week of a phase gets. */
package run.harrier.plan.generation.workout.model;
