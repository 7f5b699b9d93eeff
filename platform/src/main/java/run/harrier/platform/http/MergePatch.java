package run.harrier.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.WebApplicationException;

/** Applies merge-patches (RFC 7396) to what is sent as one flat object. */
@ApplicationScoped
public class MergePatch {
    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** The object with the fields of the patch in place of its own; a 400 or 422 problem for what it cannot be. */
    public <T> T apply(T before, ObjectNode patch, Class<T> type) {
        ObjectNode target = json.valueToTree(before);
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                target.remove(field.getKey());
            } else {
                target.set(field.getKey(), field.getValue());
            }
        });
        try {
            var merged = json.treeToValue(target, type);
            var violations = validator.validate(merged);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return merged;
        } catch (JsonProcessingException e) {
            throw new WebApplicationException(e, 400);
        }
    }
}
