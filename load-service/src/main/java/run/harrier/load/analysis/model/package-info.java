/**
 * Figures of a recording: elevation, grade-adjusted pace, decoupling, thirds, and whether two recordings are the same
 * run.
 */
package run.harrier.load.analysis.model;
