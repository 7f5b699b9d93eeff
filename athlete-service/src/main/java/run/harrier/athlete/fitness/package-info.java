/**
 * What was measured of an athlete, and the fitness that follows from it: results and a coach's own number, beside the
 * measurements of {@code heartrate}.
 */
package run.harrier.athlete.fitness;
