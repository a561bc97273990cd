using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Refurbishment.Inspections;

/// <summary>What is done with a device on the strength of one clearance. There is no way to one without a <see cref="Clearance"/>.</summary>
internal sealed partial class Inspection : IPart
{
    private readonly List<SlotRecord> _slots = [];
    private readonly List<AnsweredCheck> _checks = [];
    private readonly List<HistoryLine> _history = [];

    private Inspection()
    {
    }

    internal Inspection(Device device, Clearance clearance, DateTime now)
    {
        (Device, DeviceId, Cycle, Revision, OpenedAt, StateSince) = (device, device.Id, clearance.Cycle, clearance.Revision, now, now);
        _slots.AddRange(clearance.Slots.Select(slot => new SlotRecord(this, slot)));
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid DeviceId { get; private set; }
    public Device Device { get; private set; } = null!;
    public int Cycle { get; private set; }

    /// <summary>The clearance's; together with the cycle it names the clearance.</summary>
    public int Revision { get; private set; }
    public InspectionState State { get; private set; } = InspectionState.Waiting;
    public DateTime OpenedAt { get; private set; }
    public DateTime StateSince { get; private set; }
    public string? StartedBy { get; private set; }
    public string? Place { get; private set; }
    public Grade? Grade { get; private set; }
    public string? ScrapReason { get; private set; }
    public string? SealNumber { get; private set; }
    public string? SealKey { get; private set; }

    /// <summary>Who graded, scrapped or sent it back; or why Sanitization withdrew it.</summary>
    public string? EndedBy { get; private set; }
    public string? EndedBecause { get; private set; }

    public IReadOnlyList<SlotRecord> Slots => _slots;

    public IReadOnlyList<AnsweredCheck> Checks => _checks;

    public IReadOnlyList<HistoryLine> History => _history;

    public IEnumerable<CheckPoint> Unanswered => Checklist.Points.Except(_checks.Select(check => check.Point));

    public bool IsLocked => _checks.Any(check => check is { Point: CheckPoint.Locks, Answer: CheckAnswer.Fault });

    public bool HasFault => _checks.Any(check => check.Answer == CheckAnswer.Fault);

    internal GateRevision Clearance => new(Cycle, Revision);

    Root? IPart.Owner => Device;

    internal void Start(Origin by, DateTime now)
    {
        Move(InspectionEvent.Started, null, by, now);
        (StartedBy, Place) = (by.ActorName, by.Place);
    }

    /// <summary>Sanitization speaks: the clearance this rests on counts no more, or another one has come.</summary>
    internal void Leave(InspectionEvent why, string? because, Origin by, DateTime now)
    {
        var before = State;
        Move(why, because, by, now);
        if (State != before)
            EndedBecause = because;
    }

    private void Move(InspectionEvent happened, string? detail, Origin by, DateTime now)
    {
        var to = Transitions.Find(State, happened) ?? throw Refuse(happened);
        if (to != State)
            StateSince = now;
        State = to;
        _history.Add(new HistoryLine(this, happened, detail, by, now));
    }

    private RefusedException Refuse(InspectionEvent wanted) => State switch
    {
        InspectionState.Waiting => new("not-started", $"The inspection of {Device.Serial} has not been started. Start it first.", arguments: [Device.Serial]),
        InspectionState.InInspection when wanted == InspectionEvent.Started =>
            new("taken", $"{StartedBy} has {Device.Serial} on the bench already. Go on with the checklist, or take another device.", arguments: [StartedBy!, Device.Serial]),
        InspectionState.InInspection => new("not-sealed", $"{Device.Serial} carries no seal yet: it is still being inspected. If it was opened, look for carriers and report what you find.", arguments: [Device.Serial]),
        InspectionState.Graded => new("already-graded", $"{Device.Serial} has grade {Grade} by {EndedBy}. The grade stands: put the device away, or report a found carrier or a broken seal.", arguments: [Device.Serial, $"{Grade}", EndedBy!]),
        InspectionState.Scrapped => new("already-scrapped", $"{Device.Serial} was scrapped by {EndedBy}: {ScrapReason}. Put it with the scrap.", arguments: [Device.Serial, EndedBy!, ScrapReason!]),
        InspectionState.SentBack => new("sent-back", $"{Device.Serial} was sent back by {EndedBy}. It comes here again when sanitization has cleared it anew.", arguments: [Device.Serial, EndedBy!]),
        _ => new("withdrawn", $"Sanitization has re-opened {Device.Serial}: {EndedBecause}. Put it into the secured area; it comes here again when it is cleared anew.", arguments: [Device.Serial, Saying.InWords(EndedBecause)]),
    };
}
