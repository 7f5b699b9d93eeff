package run.harrier.plan.calendar.model;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Which fitness the paces of a session come from (D17).
 *
 * @param day the day on which the number is in force
 * @param knownBy what became known later is left out
 */
public record FitnessAsOf(LocalDate day, Instant knownBy) {}
