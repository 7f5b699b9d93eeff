/**
 * What was measured of an athlete, and the fitness that follows from it: results and a number set by hand, beside the
 * measurements of {@code heartrate}.
 */
package run.harrier.athlete.fitness;
