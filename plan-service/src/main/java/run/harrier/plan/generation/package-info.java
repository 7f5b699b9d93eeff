/** Plans: how one is asked for, written, read and deleted. */
package run.harrier.plan.generation;
