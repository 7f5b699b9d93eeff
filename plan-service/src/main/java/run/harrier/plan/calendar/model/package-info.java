/** A session of the calendar, the fitness it is read with, and how it went with the activity that was it. */
package run.harrier.plan.calendar.model;
