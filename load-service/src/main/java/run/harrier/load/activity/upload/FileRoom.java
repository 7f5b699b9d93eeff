package run.harrier.load.activity.upload;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import run.harrier.platform.problem.ProblemException;

/** How much the files of one athlete may take, so that nobody fills the disk of all. */
@ApplicationScoped
class FileRoom {
    private final long most;

    FileRoom(@ConfigProperty(name = "harrier.files.most-of-an-athlete") MemorySize most) {
        this.most = most.asLongValue();
    }

    /** A 409 problem when the file finds no room beside those that are there. */
    void require(Row read, Upload upload) {
        var file = upload.file();
        if (file != null && read.getLong("file_bytes") + file.content().length() > most) {
            throw ProblemException.conflict("The files of this athlete take all the room there is for one, "
                    + (most >> 20) + " MiB. A file goes with its activity: delete one that is not needed.");
        }
    }
}
