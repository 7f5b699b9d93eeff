/**
 * Starts PostgreSQL, Kafka, Keycloak and the four services on this machine, for {@code ./harrier up} and the system
 * test.
 */
package run.harrier.devstack;
