/** Squads with their coaches and assistants, and how athletes get into them and out of them. */
package run.harrier.athlete.squad;
