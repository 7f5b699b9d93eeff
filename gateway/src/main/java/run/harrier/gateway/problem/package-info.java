/** The gateway's own refusals; those of the services pass as they are. */
package run.harrier.gateway.problem;
