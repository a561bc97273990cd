using System.Text.Json;
using WaaS.Logistics.Proof.StationContract;

namespace WaaS.Logistics.Sanitization.ReportBays;

/// <summary>What a station last said of its bays. The present alone is kept: what was done to a carrier is in its steps and its evidence.</summary>
internal sealed class StationBays
{
    public required Guid StationId { get; init; }

    /// <summary>By the server's clock.</summary>
    public required DateTime HeardAt { get; set; }

    /// <summary>By the station's clock.</summary>
    public required DateTime LookedAt { get; set; }

    /// <summary>The bays as the station wrote them.</summary>
    public required string Bays { get; set; }

    public IReadOnlyList<BayReport> Read() => JsonSerializer.Deserialize(Bays, StationJson.Default.IReadOnlyListBayReport)!;

    public static string Write(IReadOnlyList<BayReport> bays) => JsonSerializer.Serialize(bays, StationJson.Default.IReadOnlyListBayReport);
}
