/** Access tokens: verified once, and believed until they expire. */
package run.harrier.gateway.token;
