/** A service's OpenAPI document, its operations, and what is missing in it. */
package run.harrier.testkit.openapi;
