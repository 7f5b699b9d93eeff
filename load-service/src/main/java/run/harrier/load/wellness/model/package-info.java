/** A morning's entry, the baseline of the mornings before, and the verdict with its reasons. */
package run.harrier.load.wellness.model;
