/** What a test reads of the database itself: rows, a digest of all tables, the number of statements. */
package run.harrier.testkit.database;
