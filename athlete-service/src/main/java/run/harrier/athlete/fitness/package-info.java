/**
 * What was measured of an athlete: results, heart rates and a coach's own number, and the fitness that follows from
 * them.
 */
package run.harrier.athlete.fitness;
