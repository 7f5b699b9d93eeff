package run.harrier.athlete.profile.model;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The code that an athlete shows to a coach (D22): ten letters and digits of Crockford's base 32, which leaves out the
 * ones mistaken for others. With it a coach can invite the athlete, and nothing more.
 */
public record JoinCode(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{10}");

    public JoinCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a join code");
        }
    }

    public static JoinCode random(RandomGenerator random) {
        var code = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new JoinCode(code.toString());
    }

    /** Reads a code as people write it: small letters, blanks and dashes, O for zero, I or L for one. */
    public static Optional<JoinCode> read(String written) {
        var code = written.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return SHAPE.matcher(code).matches() ? Optional.of(new JoinCode(code)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
