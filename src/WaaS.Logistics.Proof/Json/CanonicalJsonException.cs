namespace WaaS.Logistics.Proof.Json;

/// <summary>The text is not JSON that has exactly one canonical form (RFC 8785, RFC 7493).</summary>
/// <param name="path">Where, as a JSON path (<c>$.carrier.steps[0]</c>); <c>$</c> when the text as a whole is meant.</param>
/// <param name="problem">What is wrong, and what to do about it.</param>
public sealed class CanonicalJsonException(string path, string problem, Exception? inner = null)
    : FormatException($"{path}: {problem}", inner)
{
    /// <summary>Where, as a JSON path.</summary>
    public string Path { get; } = path;

    /// <summary>What is wrong, without the path.</summary>
    public string Problem { get; } = problem;
}
