/** What was known of an athlete's fitness at any time, and which fitness is in force on a day. */
package run.harrier.plan.athlete.model;
