/** The business day, which can be set, and identifiers that rise with time. */
package run.harrier.platform.time;
