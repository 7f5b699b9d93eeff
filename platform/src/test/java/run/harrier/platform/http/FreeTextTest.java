package run.harrier.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana",
                "Zoë O'Brien-Łuk",
                "李小龍",
                "محمد",
                "🏃",
                "two\nlines\twith a tab",
                "",
                "7",
                "🇩🇪 Zoe\u0301",
                "علی\u200cرضا",
                "👩\u200d👧"
            })
    void what_people_write_is_taken(String text) {
        assertThat(FreeText.isShown(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000",
                "a\u0007",
                "a\u001b[2K",
                "a\u0085b",
                "a\u009b31m",
                "a\u2028b",
                "a\u2029b",
                "abc\u202egnp.exe",
                "\u2066a\u2069",
                "a\u200bb",
                "\u200b\u200b",
                "\u200d",
                "a\u200c",
                "\u200da",
                "a\u200d\u200db",
                "a \u200d b",
                "\ufeffa",
                "a\u00adb",
                "a\udb40\udc41",
                "\ud800",
                "\uffff",
                " ",
                "\u00a0\u3000",
                "\u0301",
                "\u3164",
                "\u2800 \u115f",
                "\n"
            })
    void what_hides_or_is_hidden_is_not(String text) {
        assertThat(FreeText.isShown(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoe\u0308", "Zo\u00eb"})
    void one_name_has_one_spelling(String name) {
        assertThat(FreeText.spelled(name)).isEqualTo("Zo\u00eb");
    }
}
