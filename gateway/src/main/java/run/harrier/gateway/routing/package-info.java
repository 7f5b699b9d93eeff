/** The way of a request to the service that owns its path, and of the answer back. */
package run.harrier.gateway.routing;
