/** Files from devices: FIT, TCX and GPX, read whole or refused. */
package run.harrier.load.activity.file;
