package run.harrier.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Instant now = NOON;
    private final VerifiedTokens verified = new VerifiedTokens(3, () -> now);

    @Test
    void a_token_is_known_after_it_was_added_and_no_other_is() {
        verified.add("Bearer a.b.c", "ana", NOON.plusSeconds(60));

        assertThat(verified.subjectOf("Bearer a.b.c")).contains("ana");
        assertThat(verified.subjectOf("Bearer a.b.d")).isEmpty();
    }

    @Test
    void a_token_is_known_up_to_the_moment_it_expires() {
        verified.add("a", "ana", NOON.plusSeconds(60));

        now = NOON.plusMillis(59_999);
        assertThat(verified.subjectOf("a")).contains("ana");
        now = NOON.plusSeconds(60);
        assertThat(verified.subjectOf("a")).isEmpty();
        assertThat(verified.size()).isZero();
    }

    @Test
    void there_are_never_too_many_and_a_token_in_use_stays() {
        verified.add("in use", "ana", NOON.plusSeconds(60));
        for (int i = 0; i < 1000; i++) {
            verified.add("used once " + i, "ana", NOON.plusSeconds(60));

            assertThat(verified.subjectOf("in use")).contains("ana");
            assertThat(verified.size()).isLessThanOrEqualTo(3);
        }
        assertThat(verified.size()).isEqualTo(3);
    }

    @Test
    void a_token_that_is_verified_again_is_known_until_its_new_expiry() {
        verified.add("a", "ana", NOON.plusSeconds(60));
        verified.add("a", "ana", NOON.plusSeconds(120));

        now = NOON.plusSeconds(119);
        assertThat(verified.subjectOf("a")).contains("ana");
        now = NOON.plusSeconds(120);
        assertThat(verified.subjectOf("a")).isEmpty();
    }
}
