package run.harrier.load.activity.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import run.harrier.load.activity.file.ActivityFile;
import run.harrier.load.activity.file.FileFormat;
import run.harrier.load.activity.upload.Upload.KeptFile;
import run.harrier.load.analysis.model.Analysis;
import run.harrier.load.analysis.model.Decoding;
import run.harrier.load.analysis.model.Decoding.Decoded;
import run.harrier.load.analysis.model.Decoding.Refused;
import run.harrier.load.analysis.model.Plausibility;
import run.harrier.platform.problem.Problem;
import run.harrier.platform.problem.ProblemException;
import run.harrier.platform.time.Uuid7;

/** Reads the body of an upload, once it is known that its sender may send it. */
@ApplicationScoped
class UploadBody {
    private static final String JSON = "application/json";

    private final ObjectMapper json;
    private final Validator validator;
    private final LongFiles longFiles;
    private final FileMeter files;
    private final Uuid7 ids;

    UploadBody(ObjectMapper json, Validator validator, LongFiles longFiles, FileMeter files, Uuid7 ids) {
        this.json = json;
        this.validator = validator;
        this.longFiles = longFiles;
        this.files = files;
        this.ids = ids;
    }

    /** Takes long for a long file; nothing for an event loop. */
    Upload read(
            String subject,
            byte[] body,
            @Nullable String sentAs,
            @Nullable String contentEncoding,
            ZoneId zone,
            Instant now) {
        requireKnown(contentEncoding);
        var contentType = sentAs == null ? "" : sentAs;
        var format = FileFormat.ofMediaType(contentType);
        if (format.isPresent()) {
            Supplier<Decoding> decoding = () -> ActivityFile.decode(body, format.get(), zone, now);
            var analyses = analyses(
                    format.get(), ActivityFile.isLong(body) ? longFiles.read(subject, decoding) : decoding.get());
            var file = new KeptFile(ids.next(), Buffer.buffer(body));
            return Upload.of(format.get().name(), file, null, analyses, ids::next);
        }
        if (!JSON.equalsIgnoreCase(contentType.split(";", 2)[0].strip())) {
            throw ProblemException.unsupportedMediaType("Send FIT, TCX, GPX or JSON.");
        }
        var entered = entered(body);
        var analysis = Analysis.of(entered.toRecording(zone));
        Plausibility.doubt(analysis, now).ifPresent(doubt -> {
            throw ProblemException.impossibleAt("/" + doubt.field(), doubt.text());
        });
        return Upload.of("MANUAL", null, entered.rpe(), List.of(analysis), ids::next);
    }

    private static void requireKnown(@Nullable String contentEncoding) {
        if (contentEncoding != null
                && !contentEncoding.equalsIgnoreCase("gzip")
                && !contentEncoding.equalsIgnoreCase("identity")) {
            throw ProblemException.unsupportedMediaType("A file is sent as it is or with gzip.");
        }
    }

    private NewActivity entered(byte[] body) {
        try {
            var entered = json.readValue(body, NewActivity.class);
            if (entered == null) {
                throw ProblemException.malformed(
                        "The body is empty.",
                        new Problem.InvalidParam("", "This operation needs a JSON object or a file."));
            }
            var violations = validator.validate(entered);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return entered;
        } catch (JsonProcessingException e) {
            throw new WebApplicationException(e, 400);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory that cannot be read", e);
        }
    }

    private List<Analysis> analyses(FileFormat format, Decoding decoding) {
        return switch (decoding) {
            case Decoded decoded -> decoded.analyses();
            case Refused refused -> {
                files.refused(format, refused.reason());
                throw refusal(refused);
            }
        };
    }

    private static ProblemException refusal(Refused refused) {
        return switch (refused.reason()) {
            case EMPTY, DAMAGED -> ProblemException.malformed(refused.text());
            case TOO_LARGE -> ProblemException.tooLarge(refused.text());
            case NOT_AN_ACTIVITY, IMPLAUSIBLE -> ProblemException.impossible(refused.text());
        };
    }
}
