using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Sanitization.Orders;

internal enum EvidenceState
{
    /// <summary>A rule speaks against it.</summary>
    Refused,

    /// <summary>Holds by the rules; verification and validation are open.</summary>
    UnderReview,

    /// <summary>Verified and validated.</summary>
    Accepted,

    /// <summary>A person said no.</summary>
    Rejected,

    /// <summary>A later job of the same carrier counts instead.</summary>
    Superseded,

    /// <summary>Its device was re-opened: it proves nothing any more.</summary>
    Withdrawn,
}

/// <summary>Which persons must be different ones.</summary>
internal enum Separation
{
    None,

    /// <summary>Whoever decides is not the operator.</summary>
    FourEyes,

    /// <summary>Operator, verifier and releaser are three.</summary>
    SixEyes,
}

internal enum Decision
{
    Yes,
    No,
}

/// <summary>What a station handed in about one carrier, what the rules said, and what people decided. The bytes lie in the blob store.</summary>
internal sealed class Evidence : IPart
{
    private Evidence()
    {
    }

    internal Evidence(WipeOrder order, WipeJob job, EvidenceFacts facts, Separation separation, DateTime now)
    {
        Order = order;
        OrderId = order.Id;
        JobId = job.Id;
        SlotId = job.SlotId;
        SlotName = job.SlotName;
        StationId = job.StationId;
        StationName = job.StationName;
        OperatorId = job.OperatorId;
        OperatorName = job.OperatorName;
        PolicyId = job.PolicyId;
        PolicyVersion = job.PolicyVersion;
        Separation = separation;
        ContentHash = facts.ContentHash;
        DocumentId = facts.DocumentId;
        SizeBytes = facts.SizeBytes;
        Signature = facts.Signature;
        ChainHead = facts.ChainHead;
        CarrierKind = facts.CarrierKind;
        CarrierSerial = facts.CarrierSerial;
        CarrierKey = Serials.Key(facts.CarrierSerial);
        (WorkBegan, WorkEnded) = (facts.WorkBegan, facts.WorkEnded);
        Outcome = facts.Outcome;
        Rules = string.Join(',', facts.Rules.Distinct());
        Findings = facts.Findings;
        ReceivedAt = now;
        State = EvidenceState.Refused;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid OrderId { get; private set; }
    public WipeOrder? Order { get; private set; }
    public Guid JobId { get; private set; }
    public Guid SlotId { get; private set; }
    public string SlotName { get; private set; } = "";
    public Guid StationId { get; private set; }
    public string StationName { get; private set; } = "";
    public string? OperatorId { get; private set; }
    public string? OperatorName { get; private set; }
    public string PolicyId { get; private set; } = "";
    public int PolicyVersion { get; private set; }
    public Separation Separation { get; private set; }
    public string ContentHash { get; private set; } = "";

    /// <summary>The document's own id; absent when the bytes could not be read.</summary>
    public Guid? DocumentId { get; private set; }
    public int SizeBytes { get; private set; }
    public string Signature { get; private set; } = "";
    public string ChainHead { get; private set; } = "";
    public string CarrierKind { get; private set; } = "";
    public string? CarrierSerial { get; private set; }
    public string? CarrierKey { get; private set; }

    /// <summary>By the station's clock, UTC; absent when the bytes could not be read.</summary>
    public DateTime? WorkBegan { get; private set; }
    public DateTime? WorkEnded { get; private set; }
    public string Outcome { get; private set; } = "";

    /// <summary>Ids of the rules that refused, comma separated; empty when none did.</summary>
    public string Rules { get; private set; } = "";

    /// <summary>JSON: every finding with its place in the document.</summary>
    public string Findings { get; private set; } = "[]";
    public DateTime ReceivedAt { get; private set; }
    public EvidenceState State { get; private set; }

    public Decision? Verification { get; private set; }
    public string? VerifiedBy { get; private set; }
    public string? VerifiedByName { get; private set; }
    public DateTime? VerifiedAt { get; private set; }
    public Decision? Validation { get; private set; }
    public string? ValidatedBy { get; private set; }
    public string? ValidatedByName { get; private set; }
    public DateTime? ValidatedAt { get; private set; }
    public string? Note { get; private set; }
    public Guid? ReopeningId { get; private set; }

    Root? IPart.Owner => Order;

    public bool IsDecided => Verification == Decision.Yes && Validation == Decision.Yes;

    internal void Review() => State = EvidenceState.UnderReview;

    internal void Supersede() => State = EvidenceState.Superseded;

    internal void Verify(Decision decision, Actor by, string? note, DateTime now)
    {
        (Verification, VerifiedBy, VerifiedByName, VerifiedAt) = (decision, by.Id, by.Name, now);
        Note = note ?? Note;
        if (decision == Decision.No)
            State = EvidenceState.Rejected;
    }

    internal void Validate(Decision decision, Actor by, string? note, DateTime now)
    {
        (Validation, ValidatedBy, ValidatedByName, ValidatedAt) = (decision, by.Id, by.Name, now);
        Note = note ?? Note;
        if (decision == Decision.No)
            State = EvidenceState.Rejected;
    }

    internal void Accept() => State = EvidenceState.Accepted;

    internal void Withdraw(Guid reopeningId) => (State, ReopeningId) = (EvidenceState.Withdrawn, reopeningId);
}

/// <summary>What was read out of a document, and what the rules found.</summary>
internal sealed record EvidenceFacts(
    string ContentHash, Guid? DocumentId, int SizeBytes, string Signature, string ChainHead, string CarrierKind, string? CarrierSerial, string Outcome,
    IReadOnlyList<string> Rules, string Findings, DateTime? WorkBegan = null, DateTime? WorkEnded = null);
