using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Platform.Security.People;

/// <summary>What changes in tables beside the person's own; the trail tells it as changes of the person.</summary>
internal static class PersonAudit
{
    public const string RolesSet = "Roles";

    public static AuditEntry Roles(PlatformDb db, Guid person, IEnumerable<string> roles) => Entry(db, person, RolesSet, string.Join(",", roles));

    public static AuditEntry SignedOut(PlatformDb db, Guid person) => Entry(db, person, "SignedOut", "");

    private static AuditEntry Entry(PlatformDb db, Guid person, string change, string fields) => new()
    {
        Subject = nameof(AppUser),
        SubjectId = person,
        Change = change,
        Fields = fields,
        Actor = db.Origin.Actor,
        ActorName = db.Origin.ActorName,
        Station = db.Origin.Station,
        Place = db.Origin.Place,
        RecordedAt = db.Now,
    };
}
