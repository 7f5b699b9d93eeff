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
        verified.add("Bearer a.b.c", NOON.plusSeconds(60));

        assertThat(verified.contains("Bearer a.b.c")).isTrue();
        assertThat(verified.contains("Bearer a.b.d")).isFalse();
    }

    @Test
    void a_token_is_known_up_to_the_moment_it_expires() {
        verified.add("a", NOON.plusSeconds(60));

        now = NOON.plusMillis(59_999);
        assertThat(verified.contains("a")).isTrue();
        now = NOON.plusSeconds(60);
        assertThat(verified.contains("a")).isFalse();
        assertThat(verified.size()).isZero();
    }

    @Test
    void the_longest_unused_token_leaves_when_there_are_too_many() {
        verified.add("a", NOON.plusSeconds(60));
        verified.add("b", NOON.plusSeconds(60));
        verified.add("c", NOON.plusSeconds(60));
        verified.contains("a");
        verified.add("d", NOON.plusSeconds(60));

        assertThat(verified.contains("b")).isFalse();
        assertThat(verified.contains("a")).isTrue();
        assertThat(verified.contains("c")).isTrue();
        assertThat(verified.contains("d")).isTrue();
    }
}
