package run.harrier.offender.util;

final class DayUtil {}
