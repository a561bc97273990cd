namespace WaaS.Logistics.Proof.Json;

internal sealed class StructureException(string path, string problem, string remedy) : Exception($"{path}: {problem} {remedy}")
{
    public string Path { get; } = path;

    public string Problem { get; } = problem;

    public string Remedy { get; } = remedy;
}
