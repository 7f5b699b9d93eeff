/** Writes into the OpenAPI document of a service what its code says already. */
package run.harrier.platform.openapi;
