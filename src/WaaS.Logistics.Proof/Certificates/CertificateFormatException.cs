namespace WaaS.Logistics.Proof.Certificates;

/// <summary>A certificate that cannot be issued, or bytes that are none.</summary>
/// <param name="path">JSON path of the place.</param>
/// <param name="problem">What is wrong there, and what to do about it.</param>
public sealed class CertificateFormatException(string path, string problem, Exception? inner = null) : FormatException($"{path}: {problem}", inner)
{
    /// <summary>JSON path of the place.</summary>
    public string Path { get; } = path;

    /// <summary>What is wrong there, without the path.</summary>
    public string Problem { get; } = problem;
}
