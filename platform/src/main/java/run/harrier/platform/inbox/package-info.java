/** Takes an event and has its effect once, in one transaction, however often and in which order it is delivered. */
package run.harrier.platform.inbox;
