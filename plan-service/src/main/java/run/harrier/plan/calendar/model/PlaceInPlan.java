package run.harrier.plan.calendar.model;

import run.harrier.plan.strength.model.TrainingPhase;

/**
 * Where a session stands in its plan; by it exercises and cues are chosen (D42, S89).
 *
 * @param week of the plan, from 1
 * @param weekOfPhase from 1
 * @param lighter in a down week and in the taper
 * @param strengthDay the first or second strength day of its week, from 1; for another session the number before it
 */
public record PlaceInPlan(TrainingPhase phase, int week, int weekOfPhase, boolean lighter, int strengthDay) {}
