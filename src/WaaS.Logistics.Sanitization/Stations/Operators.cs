using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.Stations;

/// <summary>Who stands at a station, by badge. Who cannot be told by name cannot be told from a verifier either.</summary>
internal sealed class Operators(IEnumerable<IBadgeDirectory> badges)
{
    /// <returns>Null when nobody showed a badge; an actor that is no person when the badge is not known.</returns>
    public async Task<Actor?> Find(string? badge, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(badge))
            return null;
        foreach (var directory in badges)
            if (await directory.FindByBadge(badge.Trim(), cancel) is { } holder)
                return new Actor(holder.Id, holder.Name);
        return new Actor($"station:badge:{badge.Trim()}", badge.Trim());
    }
}
