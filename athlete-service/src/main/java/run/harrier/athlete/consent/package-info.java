/** What an athlete lets partners do, by scope. */
package run.harrier.athlete.consent;
