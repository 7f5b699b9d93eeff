/** What a caller reads of an error (RFC 9457), and how each exception becomes one. */
package run.harrier.platform.problem;
