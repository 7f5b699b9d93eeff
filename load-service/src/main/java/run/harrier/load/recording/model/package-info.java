/** What a device recorded: streams, pauses, laps, and the local day on which it started. */
package run.harrier.load.recording.model;
