package run.harrier.offender.first;

import java.util.random.RandomGenerator;
import run.harrier.bystander.Bystander;
import run.harrier.offender.second.Second;

/** Half of a cycle, a look into another service, and a random generator for ever. */
public class First {

    static final RandomGenerator RANDOM = new java.util.Random();

    Object needs() {
        return new Second().toString() + new Bystander();
    }
}
