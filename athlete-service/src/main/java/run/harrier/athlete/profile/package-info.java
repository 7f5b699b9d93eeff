/** Who an athlete is: name, birth date, time zone and level, the intake, the join code. */
package run.harrier.athlete.profile;
