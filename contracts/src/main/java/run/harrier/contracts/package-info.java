/**
 * The events that the services publish, as they are on the wire, with a golden JSON example of each, their topics and
 * shards.
 */
package run.harrier.contracts;
