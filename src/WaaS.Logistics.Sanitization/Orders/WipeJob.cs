using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Sanitization.Orders;

internal enum JobState
{
    Active,
    Expired,
    Superseded,
    Reported,

    /// <summary>Ended with its order, before it wrote anything.</summary>
    Withdrawn,
}

/// <summary>One carrier handed to one station for a while.</summary>
internal sealed class WipeJob : IPart
{
    private WipeJob()
    {
    }

    internal WipeJob(WipeOrder order, WipeSlot slot, JobTerms terms, DateTime now)
    {
        Number = order.Jobs.Count + 1;
        Order = order;
        OrderId = order.Id;
        SlotId = slot.Id;
        SlotName = slot.Name;
        CarrierSerial = slot.CarrierSerial!;
        OpId = terms.OpId;
        StationId = terms.StationId;
        StationName = terms.StationName;
        OperatorId = terms.Operator?.Id;
        OperatorName = terms.Operator?.Name;
        ProtectionNeed = order.ProtectionNeed;
        PolicyId = terms.PolicyId;
        PolicyVersion = terms.PolicyVersion;
        Medium = terms.Medium;
        ClaimedAt = now;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid OrderId { get; private set; }
    public WipeOrder? Order { get; private set; }
    /// <summary>From 1 within the order: which job is the later one is never asked of a clock.</summary>
    public int Number { get; private set; }
    public Guid SlotId { get; private set; }
    public string SlotName { get; private set; } = "";
    public string CarrierSerial { get; private set; } = "";

    /// <summary>The station's own id for its asking: the same one again gets the same job.</summary>
    public Guid OpId { get; private set; }
    public Guid StationId { get; private set; }

    /// <summary>How many boots of one machine have had it; always 1 at a bench.</summary>
    public int Boots { get; private set; } = 1;
    public string StationName { get; private set; } = "";
    public string? OperatorId { get; private set; }
    public string? OperatorName { get; private set; }
    public string ProtectionNeed { get; private set; } = "";
    public string PolicyId { get; private set; } = "";
    public int PolicyVersion { get; private set; }

    /// <summary>What the station said the carrier stores on; absent in jobs of before it was asked, and where it could not tell.</summary>
    public MediaType? Medium { get; private set; }
    public JobState State { get; private set; } = JobState.Active;
    public DateTime ClaimedAt { get; private set; }

    /// <summary>When the station asked last whether it may write, and was told yes.</summary>
    public DateTime? HoldCheckedAt { get; private set; }
    public DateTime? FirstWriteAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    Root? IPart.Owner => Order;

    internal void CheckHold(DateTime now) => HoldCheckedAt = now;

    internal void NoteFirstWrite(DateTime now) => FirstWriteAt ??= now;

    /// <summary>A later boot of the machine that began it goes on with it: the same job, another key.</summary>
    internal void GoOn(JobTerms terms)
    {
        if (State is not (JobState.Active or JobState.Expired))
            throw new RefusedException("job-ended", $"This job is {State}. Scan again for a new one.", arguments: [State]);
        (StationId, StationName, OpId) = (terms.StationId, terms.StationName, terms.OpId);
        (OperatorId, OperatorName) = (terms.Operator?.Id ?? OperatorId, terms.Operator?.Name ?? OperatorName);
        Boots++;
        State = JobState.Active;
        EndedAt = null;
        HoldCheckedAt = null;
    }

    internal void End(JobState how, DateTime now)
    {
        if (how == JobState.Active || State == JobState.Reported)
            throw new RefusedException("job-state", $"The job is {State}; it cannot become {how}.", arguments: [State, how]);
        // Evidence may come after the lease has ended: it is still this job's.
        State = how;
        EndedAt = now;
    }
}

/// <summary>Under what a job is handed out.</summary>
internal sealed record JobTerms(Guid OpId, Guid StationId, string StationName, Actor? Operator, string PolicyId, int PolicyVersion, MediaType? Medium = null);

/// <summary>How far a station is. Kept apart from the order, which must not change with every heartbeat.</summary>
internal sealed class JobProgress
{
    public required Guid JobId { get; init; }
    public required DateTime LeaseUntil { get; set; }
    public required DateTime HeardAt { get; set; }
    public required string Phase { get; set; }
    public required long BytesDone { get; set; }
    public required long BytesTotal { get; set; }
    public required double Speed { get; set; }
    public required double? Temperature { get; set; }
}
