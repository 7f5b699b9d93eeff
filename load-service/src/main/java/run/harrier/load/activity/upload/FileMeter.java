package run.harrier.load.activity.upload;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import run.harrier.load.activity.file.FileFormat;
import run.harrier.load.analysis.model.Decoding.Reason;

/**
 * Counts activity files by format and by what became of them: stored, a duplicate with all its activities, or refused
 * for what is in it, with the reason. A file that an athlete has no room for, or that comes while others are read, is
 * counted as a response only.
 */
@ApplicationScoped
class FileMeter {
    private static final String FILES = "harrier.activity.files";

    private final MeterRegistry meters;

    FileMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    void taken(Upload upload, UploadView view) {
        if (upload.file() != null) {
            count(upload.source(), view instanceof UploadView.Recorded ? "stored" : "duplicate", "none");
        }
    }

    void refused(FileFormat format, Reason reason) {
        count(format.name(), "refused", reason.name());
    }

    private void count(String format, String outcome, String reason) {
        meters.counter(FILES, "format", label(format), "outcome", outcome, "reason", label(reason))
                .increment();
    }

    private static String label(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
