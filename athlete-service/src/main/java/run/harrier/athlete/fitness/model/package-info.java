/** The fitness number, the paces and equivalent times that it gives, and which number is in force on which day. */
package run.harrier.athlete.fitness.model;
