/** What an effort is: its number, how one can talk, its zone. */
package run.harrier.plan.effort;
