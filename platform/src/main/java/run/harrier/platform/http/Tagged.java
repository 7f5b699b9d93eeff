package run.harrier.platform.http;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A view with a strong {@code ETag}: two answers with the same tag are the same to the byte. */
public interface Tagged {
    /** The tag without its quotes. */
    @JsonIgnore
    String tag();
}
