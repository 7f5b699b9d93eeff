/** Which activity was which planned session, when either arrives. */
package run.harrier.plan.match;
