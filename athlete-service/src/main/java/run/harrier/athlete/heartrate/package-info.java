/** The measurements of an athlete's heart as they are kept; {@code fitness} takes and publishes them with all else. */
package run.harrier.athlete.heartrate;
