/** The clock of the component tests, which stands where a test sets it. */
package run.harrier.testkit.time;
