package run.harrier.platform.http;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A view of something created: a 201 answer carries its path as {@code Location}. */
public interface Located {
    /** The path below the server, such as {@code /api/v1/squads/…}. */
    @JsonIgnore
    String location();
}
