/** Who and which clients there are at the OpenID provider. */
package run.harrier.athlete.directory;
