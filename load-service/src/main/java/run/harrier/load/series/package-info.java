/** The load of each day, and the fitness, fatigue and form that follow from it. */
package run.harrier.load.series;
