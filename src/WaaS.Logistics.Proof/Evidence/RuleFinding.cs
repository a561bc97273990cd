namespace WaaS.Logistics.Proof.Evidence;

/// <summary>A rule that speaks against evidence.</summary>
public sealed record RuleFinding
{
    /// <summary>Rule id, such as <c>R9</c>; see <see cref="RuleIds"/>.</summary>
    public required string Rule { get; init; }

    /// <summary>JSON path of what is wrong, in the evidence document.</summary>
    public required string Path { get; init; }

    /// <summary>Key of the sentence, such as <c>evidence.R9.sectorsWritten</c>.</summary>
    public required string MessageKey { get; init; }

    /// <summary>What the sentence names, in order; language-neutral text.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }
}
