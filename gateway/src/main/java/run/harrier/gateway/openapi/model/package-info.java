/** How the documents of several services become one. */
package run.harrier.gateway.openapi.model;
