namespace WaaS.Logistics.Sanitization.Orders;

/// <summary>Why a device is not cleared.</summary>
/// <param name="Rule">Stable, kebab case; the page has a sentence for it.</param>
internal sealed record Blocker(string Rule, string? Slot = null, string? Detail = null);

/// <summary>What the gate must know from beyond the order itself.</summary>
/// <param name="Holds">Reasons of the holds in force.</param>
/// <param name="CarriersElsewhere">Keys of carriers of this device that another open order claims to hold, too.</param>
/// <param name="HasNewerCycle">The device has come back once more since: only its newest order decides about it.</param>
internal sealed record GateFacts(IReadOnlyList<string> Holds, IReadOnlyCollection<string> CarriersElsewhere, bool HasNewerCycle = false)
{
    public static readonly GateFacts Nothing = new([], []);
}
