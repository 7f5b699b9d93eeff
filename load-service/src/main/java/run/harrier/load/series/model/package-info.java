/** A year of daily loads, and the curves and ratios of any of its days. */
package run.harrier.load.series.model;
