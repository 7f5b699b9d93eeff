/** What to do on which day: sessions as they are read, with the paces in force and how they went. */
package run.harrier.plan.calendar;
