/** An athlete's sex, thresholds and zones on any day. */
package run.harrier.load.athlete.model;
