/** Publishes events as another service would, and reads what was published. */
package run.harrier.testkit.events;
