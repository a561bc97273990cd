using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.HoldDevice;

internal enum HoldKind
{
    Legal,
    CustomerWish,
    ExtensionAgreed,
    Dispute,
}

/// <summary>This device must not be wiped. Wiping cannot be undone, so a hold stands until a person lifts it or its agreed end has passed.</summary>
internal sealed class WipeHold : Root
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private WipeHold()
    {
    }

    public WipeHold(Guid deviceId, HoldKind kind, string reason, DateOnly? endsOn, Actor by, DateTime now) =>
        (DeviceId, Kind, Reason, EndsOn, EndsAt, PlacedBy, PlacedByName, PlacedAt) = (deviceId, kind, reason, endsOn, EndOf(endsOn), by.Id, by.Name, now);

    public Guid DeviceId { get; private set; }
    public HoldKind Kind { get; private set; }
    public string Reason { get; private set; } = "";

    /// <summary>Last day it holds, where one was agreed (the new end of an extended contract).</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>When that day is over in Berlin, UTC: code and database ask the same column whether it is in force.</summary>
    public DateTime? EndsAt { get; private set; }
    public string PlacedBy { get; private set; } = "";
    public string PlacedByName { get; private set; } = "";
    public DateTime PlacedAt { get; private set; }
    public string? LiftedBy { get; private set; }
    public string? LiftedByName { get; private set; }
    public DateTime? LiftedAt { get; private set; }
    public string? LiftReason { get; private set; }

    public bool IsInForce(DateTime now) => LiftedAt is null && (EndsAt is null || EndsAt > now);

    public string Say() => HoldWords.Of(Kind, Reason, EndsOn);

    public void Lift(string reason, Actor by, DateTime now)
    {
        if (!by.IsPerson)
            throw new RefusedException("person-needed", "A hold is lifted by a person. Sign in.");
        if (LiftedAt is not null)
            throw new RefusedException("hold-lifted", $"This hold was lifted by {LiftedByName}.", arguments: [LiftedByName!]);
        (LiftedBy, LiftedByName, LiftedAt, LiftReason) = (by.Id, by.Name, now, reason);
    }

    private static DateTime? EndOf(DateOnly? day) => day is { } last && last < DateOnly.MaxValue
        ? TimeZoneInfo.ConvertTimeToUtc(last.AddDays(1).ToDateTime(TimeOnly.MinValue), Berlin)
        : null;
}
