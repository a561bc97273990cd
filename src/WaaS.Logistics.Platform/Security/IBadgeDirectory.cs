namespace WaaS.Logistics.Platform.Security;

/// <summary>Finds the person behind a badge that was scanned away from any browser, at a wipe station.</summary>
public interface IBadgeDirectory
{
    /// <param name="badge">The badge's code as scanned, or the person's sign-in name.</param>
    /// <returns>The id that is <c>Origin.Actor</c> when the same person acts in a browser, and the name; null for an unknown or blocked badge.</returns>
    Task<BadgeHolder?> FindByBadge(string badge, CancellationToken cancel);
}

public sealed record BadgeHolder(string Id, string Name);
