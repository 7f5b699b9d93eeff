/** The code by which an athlete joins a squad. */
package run.harrier.athlete.profile.model;
