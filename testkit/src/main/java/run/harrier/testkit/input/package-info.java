/** Bad values for every field and parameter of every operation, made from the OpenAPI document. */
package run.harrier.testkit.input;
