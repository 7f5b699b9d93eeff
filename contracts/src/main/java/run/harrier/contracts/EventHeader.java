package run.harrier.contracts;

/** The record headers: CloudEvents 1.0 in binary mode, and the W3C trace context. */
public final class EventHeader {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    /** The athlete's id, the same as the record's key. */
    public static final String SUBJECT = "ce_subject";
    /** Counts an athlete's events of one source from 1 without a gap. */
    public static final String SEQUENCE = "ce_sequence";

    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACE_PARENT = "traceparent";

    /**
     * The type of the record that a relay sends into its shard when all that was committed before {@link #TIME} has
     * been published. It has no data, no subject and no sequence.
     */
    public static final String SHARD_CONFIRMED = "run.harrier.shard-confirmed.v1";

    private EventHeader() {}
}
