/** Keeps an outage from being logged by each client several times a second. */
package run.harrier.platform.logging;
