package io.bitbuilder.bbc.plan;

import io.bitbuilder.bbc.artefact.Impact;
import io.bitbuilder.bbc.plan.ImpactReason.Topic;
import io.bitbuilder.core.json.Json;
import io.bitbuilder.core.json.JsonText;
import java.util.List;
import java.util.Locale;

/** JSON form of a plan. Its member {@code format} is the version; members are only ever added. */
public final class PlanJson {
    private static final int FORMAT = 1;

    private PlanJson() {}

    /** Returns one JSON document. */
    public static String of(Plan plan) {
        return JsonText.of(members(plan).build());
    }

    /** Returns the version of a document that has no plan. */
    public static Json.Builder noMembers() {
        return Json.object().put("format", FORMAT);
    }

    /** Returns the members of the document. */
    public static Json.Builder members(Plan plan) {
        Json.Builder counts = Json.object();
        for (Impact impact : Impact.values()) {
            counts.put(impact.word(), impact == Impact.DATA_LOSS ? plan.losses().size() : plan.count(impact));
        }
        List<Json> groups = plan.groups().stream().map(PlanJson::group).toList();
        return noMembers()
                .put("impact", plan.impact().word())
                .put("files", plan.files())
                .put("counts", counts.build())
                .put("hosts", Json.texts(plan.hosts()))
                .put("tenants", Json.texts(plan.tenants()))
                .put("losses", plan.losses().stream().map(PlanJson::loss).toList())
                .put("openings", notices(plan, Topic.OPENING))
                .put("exposure", notices(plan, Topic.EXPOSURE))
                .put("groups", groups);
    }

    private static Json loss(DataLoss loss) {
        KeptData data = loss.data();
        return Json.object()
                .put("tenant", data.tenant())
                .put("name", data.name())
                .put("host", data.at().host())
                .put("path", data.at().path())
                .put("bytes", data.size().bytes())
                .put("sentence", loss.sentence())
                .build();
    }

    private static List<Json> notices(Plan plan, Topic topic) {
        return PlanView.of(plan, true).notices(topic).stream()
                .map(PlanJson::notice)
                .toList();
    }

    private static Json notice(Notice notice) {
        Json.Builder json = Json.object()
                .put("change", notice.change().name().toLowerCase(Locale.ROOT))
                .put("what", notice.reason().what())
                .put("before", notice.reason().before())
                .put("after", notice.reason().after())
                .put("sentence", notice.sentence());
        return json.put("hosts", Json.texts(notice.names(ChangeGroup::host)))
                .put("tenants", Json.texts(notice.names(ChangeGroup::tenant)))
                .build();
    }

    private static Json group(ChangeGroup group) {
        return Json.object()
                .put("host", group.host())
                .put("tenant", group.tenant())
                .put("impact", group.impact().word())
                .put("changes", group.changes().stream().map(PlanJson::change).toList())
                .build();
    }

    private static Json change(FileChange change) {
        return Json.object()
                .put("path", change.path())
                .put("kind", change.kind().name().toLowerCase(Locale.ROOT))
                .put("impact", change.impact().word())
                .put("reasons", change.reasons().stream().map(PlanJson::reason).toList())
                .put("diff", change.diff())
                .build();
    }

    private static Json reason(ImpactReason reason) {
        return Json.object()
                .put("impact", reason.impact().word())
                .put("what", reason.what())
                .put("before", reason.before())
                .put("after", reason.after())
                .put("why", reason.why())
                .build();
    }
}
