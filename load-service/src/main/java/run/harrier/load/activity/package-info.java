/** What was run: activities entered, read, edited and deleted, with their figures. */
package run.harrier.load.activity;
