/** What somebody is to an athlete or a squad: the answer for the services that are not sure, and the event for all. */
package run.harrier.athlete.access;
