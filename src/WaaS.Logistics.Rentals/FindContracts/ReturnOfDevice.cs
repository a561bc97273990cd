using WaaS.Logistics.Rentals.TrackReturns;

namespace WaaS.Logistics.Rentals.FindContracts;

public enum ReturnState
{
    /// <summary>At the customer's, and rightly so.</summary>
    Rented,

    /// <summary>The contract is over, and the device is not here.</summary>
    Outstanding,
    Discrepancy,
    Received,
}

/// <param name="At">When it was received or the discrepancy was found, UTC.</param>
/// <param name="Discrepancy">The kind of the newest one that is open.</param>
/// <param name="Certificates">Those of this return that stand, not those revoked.</param>
public sealed record ReturnOfDevice(ReturnState State, DateTime? At, string? Discrepancy, IReadOnlyList<string> Certificates)
{
    internal static ReturnOfDevice Of(string contract, bool ended, IReadOnlyCollection<ReturnFact> facts)
    {
        if (ReturnFact.Receipt(contract, facts) is { } receipt)
            return new ReturnOfDevice(ReturnState.Received, receipt.OccurredAt, null, Standing(facts, ReturnFactKind.CertificateIssued, ReturnFactKind.CertificateRevoked, receipt.Cycle).Select(fact => fact.Subject!).Order(StringComparer.Ordinal).ToList());
        var discrepancy = Standing(facts, ReturnFactKind.DiscrepancyFound, ReturnFactKind.DiscrepancySettled, null).MaxBy(fact => fact.OccurredAt);
        return discrepancy is not null ? new ReturnOfDevice(ReturnState.Discrepancy, discrepancy.OccurredAt, discrepancy.Detail, [])
            : new ReturnOfDevice(ended ? ReturnState.Outstanding : ReturnState.Rented, null, null, []);
    }

    private static IEnumerable<ReturnFact> Standing(IReadOnlyCollection<ReturnFact> facts, ReturnFactKind said, ReturnFactKind takenBack, int? cycle) =>
        facts.Where(fact => fact.Kind == said && fact.Cycle == cycle && !facts.Any(other => other.Kind == takenBack && other.Subject == fact.Subject));
}
