/** What a session is after its revisions, and which rules a move breaks. */
package run.harrier.plan.revision.model;
