package run.harrier.load.activity.file;

import java.util.Arrays;
import java.util.Optional;

/** The formats that devices write, by their media types. */
public enum FileFormat {
    FIT("application/vnd.ant.fit"),
    TCX("application/vnd.garmin.tcx+xml"),
    GPX("application/gpx+xml");

    private final String mediaType;

    FileFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** By the type and subtype; parameters do not matter. */
    public static Optional<FileFormat> ofMediaType(String contentType) {
        String type = contentType.split(";", 2)[0].strip();
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equalsIgnoreCase(type))
                .findFirst();
    }
}
