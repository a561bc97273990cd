using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Proof.Certificates;

/// <summary>What was done, as in the evidence.</summary>
public sealed record CertifiedSanitization
{
    /// <summary>Procedure by its key.</summary>
    public required string ProcedureKey { get; init; }

    /// <summary>Technique of the passes by name.</summary>
    public required string Technique { get; init; }

    /// <summary>The overwrite passes in order.</summary>
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
            Technique = passes.LastOrDefault()?.Technique ?? throw new CertificateFormatException("$.evidence.carrier.steps", "has no overwrite pass."),
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
