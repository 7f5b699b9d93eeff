/** Which service owns which path. */
package run.harrier.gateway.routing.model;
