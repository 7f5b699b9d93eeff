/** Reads squads of any size within a bounded memory. */
package run.harrier.platform.squad;
