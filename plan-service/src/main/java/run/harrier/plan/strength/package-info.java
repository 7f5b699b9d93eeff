/** Strength and technique: the catalogue of exercises and cues, and what of it a week holds. */
package run.harrier.plan.strength;
