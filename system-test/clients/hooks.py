"""Schemathesis sends the bytes of a watch's file as they are; it has no name for their media type."""

import schemathesis


@schemathesis.serializer("application/vnd.ant.fit")
def fit(ctx, value):
    return value if isinstance(value, bytes) else str(value).encode()
