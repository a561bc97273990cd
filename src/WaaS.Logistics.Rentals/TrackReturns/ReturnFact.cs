namespace WaaS.Logistics.Rentals.TrackReturns;

internal enum ReturnFactKind
{
    Received,

    /// <summary>The receipt of this cycle does not hold.</summary>
    ReceiptCorrected,
    DiscrepancyFound,
    DiscrepancySettled,
    CertificateIssued,
    CertificateRevoked,
}

/// <summary>What the house says about a rented device that comes back. Only added to, so that the order in which it is told does not matter.</summary>
internal sealed class ReturnFact
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DeviceId { get; init; }
    public required ReturnFactKind Kind { get; init; }

    /// <summary>Absent for a discrepancy: nothing was received.</summary>
    public int? Cycle { get; init; }

    /// <summary>Of a receipt: the contract that the device came back from.</summary>
    public string? ContractNumber { get; init; }

    /// <summary>What a later fact is about: a discrepancy's id, a certificate's number.</summary>
    public string? Subject { get; init; }

    /// <summary>The kind of a discrepancy.</summary>
    public string? Detail { get; init; }

    public required DateTime OccurredAt { get; init; }

    /// <summary>The receipt that stands of a device that came back from this contract; the latest of several.</summary>
    public static ReturnFact? Receipt(string contract, IReadOnlyCollection<ReturnFact> facts)
    {
        var corrected = facts.Where(fact => fact.Kind == ReturnFactKind.ReceiptCorrected).Select(fact => fact.Cycle).ToHashSet();
        return facts.Where(fact => fact.Kind == ReturnFactKind.Received && fact.ContractNumber == contract && !corrected.Contains(fact.Cycle)).MaxBy(fact => fact.Cycle);
    }
}
