namespace WaaS.Logistics.Proof.Evidence;

/// <summary>The bytes are no evidence document. Nothing is guessed: the document goes to quarantine with this message.</summary>
/// <param name="path">JSON path of the place.</param>
/// <param name="problem">What is wrong there.</param>
/// <param name="remedy">What to do about it.</param>
public sealed class EvidenceFormatException(string path, string problem, string remedy, Exception? inner = null)
    : FormatException($"{path}: {problem} {remedy}", inner)
{
    /// <summary>JSON path of the place, such as <c>$.carrier.steps[0].outcome</c>.</summary>
    public string Path { get; } = path;

    /// <summary>What is wrong there.</summary>
    public string Problem { get; } = problem;

    /// <summary>What to do about it.</summary>
    public string Remedy { get; } = remedy;
}
