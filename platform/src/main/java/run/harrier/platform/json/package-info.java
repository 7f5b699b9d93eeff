/** JSON as it is stored in columns. */
package run.harrier.platform.json;
