/**
 * What a session asks for: steps with their extent, target and effort, and what they come to in time, distance and
 * intensity.
 */
package run.harrier.plan.prescription.model;
