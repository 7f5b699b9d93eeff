/** Heart rates with their origin, and the zones that a scheme cuts from them. */
package run.harrier.athlete.heartrate.model;
