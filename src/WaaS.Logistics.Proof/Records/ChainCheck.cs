namespace WaaS.Logistics.Proof.Records;

/// <summary>Result of checking a chain.</summary>
public sealed record ChainCheck
{
    /// <summary>What is wrong; <see cref="ChainBreak.None"/> when nothing is.</summary>
    public required ChainBreak Break { get; init; }

    /// <summary>Index in the given list of the first record that does not hold; the list's length when its end is what is wrong; null when all hold.</summary>
    public required int? BrokenAt { get; init; }

    /// <summary>The last record, when all hold.</summary>
    public required ChainPosition? Head { get; init; }

    /// <summary>Whether every record holds.</summary>
    public bool Intact => Break == ChainBreak.None && Head is not null;
}
