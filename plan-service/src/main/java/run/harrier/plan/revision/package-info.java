/** Changes of a session: moved by hand, adapted by the rules, declined and taken back. */
package run.harrier.plan.revision;
