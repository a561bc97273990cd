using WaaS.Logistics.Sanitization.ShowOrders;

namespace WaaS.Logistics.Sanitization.ShowEvidence;

/// <summary>One document a station handed in, what each rule says of it, and who decided what.</summary>
/// <param name="Document">Absent where the bytes cannot be read any more, or never could.</param>
public sealed record EvidenceDetails(
    OrderLine Order, EvidenceView Evidence, int SizeBytes, string Policy, string? VerifiedById, string? CertificateNumber, IReadOnlyList<RuleVerdict> Rules, DocumentFacts? Document);

public enum RuleState
{
    Holds,
    Against,

    /// <summary>Nobody could look: the document cannot be read.</summary>
    NotExamined,
}

public sealed record RuleVerdict(string Rule, RuleState State, IReadOnlyList<FindingView> Findings);

/// <summary>What the document says about the carrier and the work, as the station observed it.</summary>
public sealed record DocumentFacts(
    string? Vendor, string? Model, string? Firmware, string Media, string Kind, string SerialSource, string? Scanned, long Capacity, long SectorsTotal, long? SectorsWritten, long? SectorsFailed,
    string Procedure, string? RequiredLevel, string AchievedLevel, string LevelWhy, string Tool, DateTime StartedAt, DateTime EndedAt, IReadOnlyList<DocumentStep> Steps);

public sealed record DocumentStep(
    string Kind, string Technique, string? Pattern, string Outcome, long? Bytes, long? Mismatches, int BadSectors, DateTime StartedAt, DateTime EndedAt, string? Recheck);
