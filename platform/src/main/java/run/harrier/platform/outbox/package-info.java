/** Publishes an event after the transaction that wrote it, in the order of the athlete's commits. */
package run.harrier.platform.outbox;
