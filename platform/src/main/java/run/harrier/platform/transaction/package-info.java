/** Runs a writer's transaction again when the database ended it because of another writer's. */
package run.harrier.platform.transaction;
