/** What a run is worth, by who plans it and by who measures it. */
package run.harrier.testkit.load;
