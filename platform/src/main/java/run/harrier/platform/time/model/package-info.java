/** What is known of time without a clock. */
package run.harrier.platform.time.model;
