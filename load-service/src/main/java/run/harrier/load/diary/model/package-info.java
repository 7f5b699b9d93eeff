/** The shares of easy, moderate and hard running over any days. */
package run.harrier.load.diary.model;
