/**
 * Who may call an operation: what the token says, what the caller is to the athlete or squad, and the owner who is
 * asked when that is not sure.
 */
package run.harrier.platform.access;
