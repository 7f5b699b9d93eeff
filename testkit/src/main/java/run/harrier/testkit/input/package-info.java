/** Bad values for every field and parameter of every operation, made from the OpenAPI document, and raw bytes. */
package run.harrier.testkit.input;
