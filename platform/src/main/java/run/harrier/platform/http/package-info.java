/**
 * What requests and answers have in common: ranges of days, pages and cursors, entity tags, limits of a body, strict
 * JSON.
 */
package run.harrier.platform.http;
