/** How hard the runs of the days were, and which session each of them was. */
package run.harrier.load.diary;
