/** What of an athlete's condition a coach is shown, and how urgent it is. */
package run.harrier.load.squad.model;
