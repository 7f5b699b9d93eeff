package run.harrier.load.daily.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** S21, S22 and D2 over a diary of runs. */
class DiaryTest {
    private static final Diary.Run EASY = new Diary.Run(3600, 0, 0, 0, false);
    private static final Diary.Run WITH_STRIDES = new Diary.Run(3400, 0, 160, 0, false);
    private static final Diary.Run TEMPO = new Diary.Run(2400, 0, 1200, 0, false);
    private static final Diary.Run GREY = new Diary.Run(1200, 2400, 0, 0, false);

    @Test
    void four_easy_runs_to_one_hard_one_hold() {
        Diary diary = Diary.of(List.of(EASY, WITH_STRIDES, EASY, TEMPO, EASY));
        assertThat(diary.hardRunShare()).isCloseTo(0.2, within(1e-12));
        assertThat(diary.holds()).isTrue();
        assertThat(diary.grey()).isFalse();
    }

    @Test
    void every_other_run_hard_does_not() {
        assertThat(Diary.of(List.of(EASY, TEMPO, EASY, TEMPO)).holds()).isFalse();
    }

    @Test
    void up_to_28_percent_of_the_runs_may_be_hard() {
        List<Diary.Run> easy = Collections.nCopies(18, EASY);
        assertThat(Diary.of(Stream.concat(easy.stream(), Collections.nCopies(7, TEMPO).stream())
                                .toList())
                        .holds())
                .isTrue();
        assertThat(Diary.of(Stream.concat(easy.stream(), Collections.nCopies(8, TEMPO).stream())
                                .toList())
                        .holds())
                .isFalse();
    }

    @Test
    void unplanned_moderate_running_is_flagged_and_prescribed_is_only_reported() {
        assertThat(Diary.of(List.of(EASY, GREY)).grey()).isTrue();
        Diary prescribed = Diary.of(List.of(EASY, new Diary.Run(1200, 2400, 0, 2400, false)));
        assertThat(prescribed.grey()).isFalse();
        assertThat(prescribed.moderateTimeShare()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void a_race_is_hard_whatever_its_seconds_say() {
        assertThat(new Diary.Run(1000, 0, 0, 0, true).hard()).isTrue();
    }

    @Test
    void effort_tells_the_intensity_where_nothing_else_does() {
        assertThat(Diary.Run.byRpe(1800, 4, 0, false)).isEqualTo(new Diary.Run(1800, 0, 0, 0, false));
        assertThat(Diary.Run.byRpe(1800, 6, 0, false)).isEqualTo(new Diary.Run(0, 1800, 0, 0, false));
        assertThat(Diary.Run.byRpe(1800, 7, 0, false)).isEqualTo(new Diary.Run(0, 0, 1800, 0, false));
    }
}
