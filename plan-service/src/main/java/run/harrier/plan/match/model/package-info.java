/** Which of the day's activities is most likely what a session asked for. */
package run.harrier.plan.match.model;
