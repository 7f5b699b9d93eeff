/** The week of a squad as it was planned, for its coaches. */
package run.harrier.plan.squad;
