namespace WaaS.Logistics.Platform.Data;

/// <summary>Who did it, where, and when: on every outbox row, every message and every audit line.</summary>
/// <param name="Actor">Stable id of the person or program; <c>system</c> where the product acts by itself.</param>
/// <param name="ActorName">The name people know the actor by, at that time.</param>
/// <param name="Station">The enrolled browser or wipe station.</param>
/// <param name="Place">Where the station stands.</param>
/// <param name="OccurredAt">By the clock of the device it happened on, UTC; absent where that clock said nothing.</param>
public sealed record Origin(string Actor, string ActorName, string? Station = null, string? Place = null, DateTime? OccurredAt = null)
{
    public static readonly Origin System = new("system", "system");
}

/// <summary>The origin of what runs in this scope: set by the web pipeline for a request, by the consumer for a message.</summary>
public sealed class OriginContext
{
    public Origin Current { get; set; } = Origin.System;
}
