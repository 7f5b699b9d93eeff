package run.harrier.bystander;

/** Another service. */
public class Bystander {}
