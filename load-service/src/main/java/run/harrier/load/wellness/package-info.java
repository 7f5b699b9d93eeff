/** How an athlete felt in the morning, and how ready that makes them. */
package run.harrier.load.wellness;
