/** What every request gets before it is routed: a name, and what a browser asks first. */
package run.harrier.gateway.request;
