/** A coach's first look of the day: what plan- and load-service say of a squad, joined, in one request. */
package run.harrier.gateway.overview;
