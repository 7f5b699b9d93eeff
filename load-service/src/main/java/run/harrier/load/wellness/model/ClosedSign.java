package run.harrier.load.wellness.model;

import java.time.LocalDate;

/**
 * A warning sign that the athlete and the coach have called over, or the athlete alone who has none (D34).
 *
 * @param signOn the last morning that had it
 * @param closedOn the day of the second word; from then on it does not stand
 */
public record ClosedSign(LocalDate signOn, LocalDate closedOn) {}
