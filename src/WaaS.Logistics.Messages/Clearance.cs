using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace WaaS.Logistics.Messages;

/// <summary>
/// The right to leave the secured area: every slot of the device has its record. Only Sanitization can make one; everybody else receives it in a
/// <c>DeviceCleared</c>.
/// </summary>
public sealed record Clearance
{
    [JsonConstructor]
    internal Clearance(int cycle, int revision, IReadOnlyList<ClearedSlot> slots)
    {
        if (slots is not { Count: > 0 })
            throw new ArgumentException("A clearance without a record for any slot clears nothing.", nameof(slots));
        (Cycle, Revision, Slots) = (cycle, revision, slots);
    }

    // Nothing in the house is counted to a million: a higher number was said by nobody, and would outweigh everything that is said after it.
    [Range(1, 1_000_000)]
    public int Cycle { get; }

    /// <summary>Rises with every clearing and re-opening of the device in this return cycle; the highest counts.</summary>
    [Range(1, 1_000_000)]
    public int Revision { get; }

    public IReadOnlyList<ClearedSlot> Slots { get; }
}
