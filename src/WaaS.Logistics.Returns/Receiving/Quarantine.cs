using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Places;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.Receiving;

internal enum QuarantineState
{
    Standing,

    /// <summary>The scan was taken back.</summary>
    Undone,

    /// <summary>The device has been received properly since.</summary>
    Settled,

    /// <summary>A supervisor has settled by hand what spoke against it.</summary>
    Lifted,
}

/// <summary>A device that is in the house but must not go on, and why.</summary>
internal sealed class Quarantine : Root
{
    private Quarantine()
    {
    }

    public Quarantine(Scan scan, ReturnOrder order, Place place, ScanOutcome outcome, ScanReason reason)
    {
        if (place.Kind != PlaceKind.Quarantine)
            throw new RefusedException("place-not-quarantine", $"{place.Code} is a {place.Kind.Word()} place. This device goes to a quarantine place.", 409, "place", place.Code);
        (ScanId, OrderId, OrderNumber, DeviceId, Serial) = (scan.Id, order.Id, order.Number, scan.DeviceId, scan.Serial);
        (Manufacturer, Model, Outcome, Reason, At) = (scan.Manufacturer, scan.Model, outcome, reason, scan.At);
        (PlaceId, Place) = (place.Id, place.Code);
        IsPlaceholder = reason == ScanReason.PlaceholderSerial;
        SerialKey = DeviceSerial.Key(scan.Serial) ?? scan.Serial;
        MakerKey = DeviceMaker.Key(scan.Manufacturer ?? "");
    }

    public Guid ScanId { get; private set; }
    public Guid OrderId { get; private set; }
    public string OrderNumber { get; private set; } = "";
    public Guid? DeviceId { get; private set; }
    public string Serial { get; private set; } = "";
    public string SerialKey { get; private set; } = "";
    /// <summary>Empty where nobody said it.</summary>
    public string MakerKey { get; private set; } = "";

    public bool IsPlaceholder { get; private set; }
    public string? Manufacturer { get; private set; }
    public string? Model { get; private set; }
    public ScanOutcome Outcome { get; private set; }
    public ScanReason Reason { get; private set; }
    public Guid PlaceId { get; private set; }
    public string Place { get; private set; } = "";
    public DateTime At { get; private set; }
    public QuarantineState State { get; private set; }

    /// <summary>The scan that settled it; taken back, the device stands in quarantine again.</summary>
    public Guid? SettledBy { get; private set; }

    public string? LiftedBy { get; private set; }
    public string? LiftedBecause { get; private set; }

    public DeviceQuarantined ToMessage() =>
        new(Id, DeviceId, OrderId, OrderNumber, Manufacturer, Model, Serial, Outcome.ToString(), Reason.ToString(), Place);

    public QuarantineLifted Undo() => Leave(QuarantineState.Undone, "undone", null);

    public QuarantineLifted Settle(Scan by) => Leave(QuarantineState.Settled, "settled", by.Id);

    /// <summary>The device does not go on by that: it has to be scanned again, and expected.</summary>
    public QuarantineLifted Lift(string because, string by)
    {
        if (string.IsNullOrWhiteSpace(because) || because.Length > 500)
            throw RefusedException.Invalid("because", "Write what was settled, in at most 500 characters.");
        (LiftedBecause, LiftedBy) = (because.Trim(), by);
        return Leave(QuarantineState.Lifted, "lifted", null);
    }

    public DeviceQuarantined Resume()
    {
        if (State != QuarantineState.Settled)
            throw new InvalidOperationException($"The quarantine of {Serial} is {State}.");
        (State, SettledBy) = (QuarantineState.Standing, null);
        return ToMessage();
    }

    /// <summary>Something worse was seen on it: only a person lifts that.</summary>
    public DeviceQuarantined Stop(ScanReason reason)
    {
        RequireStanding();
        (Outcome, Reason) = (ScanOutcome.Stop, reason);
        return ToMessage();
    }

    private QuarantineLifted Leave(QuarantineState state, string reason, Guid? by)
    {
        RequireStanding();
        (State, SettledBy) = (state, by);
        return new QuarantineLifted(Id, DeviceId, OrderId, Serial, reason);
    }

    private void RequireStanding()
    {
        if (State != QuarantineState.Standing)
            throw new RefusedException("quarantine-state", $"{Serial} is not in quarantine any more.", 409, null, Serial);
    }
}
