using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Platform.Security.People;

/// <summary>Role changes are changes of a link table; the trail tells them as changes of the person.</summary>
internal static class PersonAudit
{
    public static AuditEntry Roles(PlatformDb db, Guid person, IEnumerable<string> roles) => new()
    {
        Subject = nameof(AppUser),
        SubjectId = person,
        Change = "Roles",
        Fields = string.Join(",", roles),
        Actor = db.Origin.Actor,
        ActorName = db.Origin.ActorName,
        Station = db.Origin.Station,
        Place = db.Origin.Place,
        RecordedAt = db.Now,
    };
}
