/** Deletes kept answers and received events when they are no longer needed. */
package run.harrier.platform.retention;
