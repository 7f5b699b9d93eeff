/** The load of one activity, by each method that says something. */
package run.harrier.load.scoring.model;
