/**
 * Who may call which operation, asked of every operation as everybody: tokens, relations, and a stand-in for the owner
 * of the rights.
 */
package run.harrier.testkit.access;
