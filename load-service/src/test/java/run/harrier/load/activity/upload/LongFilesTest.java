package run.harrier.load.activity.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import run.harrier.platform.problem.ProblemException;

/** Two long files of one person are read at once, and no more. */
class LongFilesTest {
    private final LongFiles files = new LongFiles();

    @Test
    void a_third_is_refused_until_one_is_done() {
        Supplier<String> one = () -> "read";
        files.read(
                "ana",
                () -> files.read("ana", () -> {
                    assertThatThrownBy(() -> files.read("ana", one))
                            .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                                assertThat(refusal.problem().status()).isEqualTo(429);
                                assertThat(refusal.retryAfter()).isPresent();
                            });
                    assertThat(files.read("ben", one)).isEqualTo("read");
                    return one.get();
                }));
        files.read("ana", () -> files.read("ana", one));
    }

    @Test
    void one_that_fails_is_done() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> files.read("ana", () -> {
                        throw new IllegalStateException("damaged");
                    }))
                    .hasMessage("damaged");
        }
    }
}
