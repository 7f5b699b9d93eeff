/** Plans for who does not run yet or hardly: from walking to running (D51), and the beginner's base (D9). */
package run.harrier.plan.generation.start.model;
