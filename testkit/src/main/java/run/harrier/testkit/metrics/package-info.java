/** What a service counts, as its metrics say it. */
package run.harrier.testkit.metrics;
