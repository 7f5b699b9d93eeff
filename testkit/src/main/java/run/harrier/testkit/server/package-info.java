/** PostgreSQL and Kafka for the component tests of a module. */
package run.harrier.testkit.server;
