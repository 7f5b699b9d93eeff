/** How a file or an entry becomes an activity, once, with its load and its events, in one statement. */
package run.harrier.load.activity.upload;
