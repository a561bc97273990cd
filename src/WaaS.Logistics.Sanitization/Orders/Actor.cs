using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Sanitization.Orders;

/// <summary>Who acts: compared by id, shown by name.</summary>
internal sealed record Actor(string Id, string Name)
{
    public static Actor Of(Origin origin) => new(origin.Actor, origin.ActorName);

    /// <summary>The product itself, where the policy leaves a decision to it.</summary>
    public static Actor Policy { get; } = new("system:policy", "Policy");

    public bool IsPerson => Id.Length > 0 && Id != Origin.System.Actor && Id is not ("unknown" or "anonymous") && !Id.StartsWith("system:", StringComparison.Ordinal) && !Id.StartsWith("station:", StringComparison.Ordinal);

    public bool Is(string? id) => string.Equals(Id, id, StringComparison.OrdinalIgnoreCase);
}
