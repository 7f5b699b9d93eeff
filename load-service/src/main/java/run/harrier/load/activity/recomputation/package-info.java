/** Computes loads again when thresholds or scales changed as of a day. */
package run.harrier.load.activity.recomputation;
