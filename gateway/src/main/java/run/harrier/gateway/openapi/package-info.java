/** One OpenAPI document, made of those of the running services. */
package run.harrier.gateway.openapi;
