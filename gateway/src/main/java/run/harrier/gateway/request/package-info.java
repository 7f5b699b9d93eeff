/**
 * What every request gets before it is routed: a name, what a browser asks first, and a problem when it goes no further.
 */
package run.harrier.gateway.request;
