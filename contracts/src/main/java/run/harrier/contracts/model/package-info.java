/** What several services judge by, so that a week and an easy run are the same to all of them. */
package run.harrier.contracts.model;
