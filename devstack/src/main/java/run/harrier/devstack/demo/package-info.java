/** Fills the demonstration squad that a newcomer finds, through the public API alone. */
package run.harrier.devstack.demo;
