using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Proof.Certificates;

/// <summary>What was done, as in the evidence.</summary>
public sealed record CertifiedSanitization
{
    /// <summary>Procedure by its key.</summary>
    public required string ProcedureKey { get; init; }

    /// <summary>Technique by name: the drive's own where it erased itself, otherwise that of the passes.</summary>
    public required string Technique { get; init; }

    /// <summary>The overwrite passes in order; empty when the drive erased itself and nothing was overwritten.</summary>
    public required IReadOnlyList<ProcedurePass> Passes { get; init; }

    /// <summary>Begin.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>End, reading back included.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Takes the facts over from evidence.</summary>
    public static CertifiedSanitization Of(EvidenceDocument evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var passes = evidence.Carrier.Steps.Where(s => s.Kind == StepKind.Overwrite).ToList();
        return new CertifiedSanitization
        {
            ProcedureKey = evidence.ProcedureKey,
            Technique = (evidence.Carrier.Steps.LastOrDefault(s => s.Kind is StepKind.Firmware or StepKind.Crypto) ?? passes.LastOrDefault())?.Technique
                ?? throw new CertificateFormatException("$.evidence.carrier.steps", "has neither an overwrite pass nor a firmware erase."),
            Passes = [.. passes.Select(PassOf)],
            StartedAt = evidence.Carrier.StartedAt,
            EndedAt = evidence.Carrier.EndedAt,
        };
    }

    private static ProcedurePass PassOf(EvidenceStep step, int at) => new()
    {
        Number = at + 1,
        Pattern = step.Pattern ?? throw new CertificateFormatException("$.evidence.carrier.steps", $"says of pass {at + 1} not what was written."),
        Generator = step.Generator,
    };
}
