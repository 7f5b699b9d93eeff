package run.harrier.platform.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A view with a strong {@code ETag}: two answers with the same tag are the same to the byte. */
public interface Tagged {
    int TAG_BYTES = 12;

    /** The tag without its quotes. */
    @JsonIgnore
    String tag();

    /** The tag of a view that has no version: the same content, whose texts {@code toString} gives, has the same one. */
    static String of(Object content) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
