/** The rules of the architecture that every module keeps. */
package run.harrier.testkit.architecture;
