namespace WaaS.Logistics.Proof.Evidence;

/// <summary>What the rules say about evidence. Made by <see cref="EvidenceJudge"/> only.</summary>
public sealed class Judgement
{
    internal Judgement(IReadOnlyList<RuleFinding> findings) => Findings = findings;

    /// <summary>No rule speaks against it. Whether the remaining risk is acceptable is still a person's decision.</summary>
    public bool Accepted => Findings.Count == 0;

    /// <summary>Every rule that speaks against it, all of them, not only the first.</summary>
    public IReadOnlyList<RuleFinding> Findings { get; }
}
