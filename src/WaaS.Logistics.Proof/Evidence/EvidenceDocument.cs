using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Levels;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>
/// What one station observed while it sanitized one carrier (format <c>waas-evidence/1</c>): technique and observations, never a level and never a verdict.
/// In JSON every member is present; <c>null</c> says "not known", which is neither zero nor no.
/// </summary>
public sealed record EvidenceDocument
{
    /// <summary>The only format this library reads and writes.</summary>
    public const string FormatId = "waas-evidence/1";

    /// <summary>Always <see cref="FormatId"/>.</summary>
    public string Format { get; init; } = FormatId;

    /// <summary>Unique per document; a second document with it is a replay (rule R19).</summary>
    public required Guid DocumentId { get; init; }

    /// <summary>The enrolled station that did the work and signed.</summary>
    public required Guid StationId { get; init; }

    /// <summary>The return order.</summary>
    public required Guid OrderId { get; init; }

    /// <summary>The job the station claimed.</summary>
    public required Guid JobId { get; init; }

    /// <summary>Serial of the device the carrier came out of, as the job named it.</summary>
    public required string DeviceSerial { get; init; }

    /// <summary>The slot the carrier came out of.</summary>
    public required string Slot { get; init; }

    /// <summary>Who worked: badge or sign-in name, not a full name (SDM M60.S06: no more personal data than needed).</summary>
    public required string Operator { get; init; }

    /// <summary>The procedure that was ordered, by its key in the catalogue.</summary>
    public required string ProcedureKey { get; init; }

    /// <summary>The level the job asked for; left out when its policy names none. What was achieved is judged elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SanitizationLevel? RequiredLevel { get; init; }

    /// <summary>The policy the job was made under.</summary>
    public required string PolicyId { get; init; }

    /// <summary>Version of that policy, from 1.</summary>
    public required int PolicyVersion { get; init; }

    /// <summary>The program that did the work.</summary>
    public required ToolIdentity Tool { get; init; }

    /// <summary>The machine the program ran on.</summary>
    public required HostIdentity Host { get; init; }

    /// <summary>The carrier and everything done to it.</summary>
    public required CarrierResult Carrier { get; init; }
}
