/** The condition of a squad's athletes, for its coaches. */
package run.harrier.load.squad;
