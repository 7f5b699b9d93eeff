package run.harrier.offender.third.near.model;

public class NearRule {}
