namespace WaaS.Logistics.Sanitization.InDevice;

/// <summary>Whether a contract's maker and model and those in a machine's firmware are the same machine's: every word of the shorter model stands in the longer one.</summary>
internal static class MachineNames
{
    private static readonly char[] Between = [' ', '-', '_', ',', '.', '(', ')', '/', '\t'];

    private static readonly HashSet<string> Forms = ["INC", "CORP", "CORPORATION", "CO", "LTD", "LIMITED", "GMBH", "AG", "COMPUTER", "COMPUTERS", "TECHNOLOGIES", "ELECTRONICS", "CLIENT", "COMPUTING"];

    public static bool Fit(string? orderedMaker, string? orderedModel, string? saidMaker, string? saidModel) =>
        Maker(orderedMaker) is { Length: > 0 } maker && maker == Maker(saidMaker) && SameModel(Words(orderedModel, maker), Words(saidModel, maker));

    private static bool SameModel(IReadOnlyList<string> ordered, IReadOnlyList<string> said) =>
        ordered.Count > 0 && said.Count > 0 && (ordered.All(said.Contains) || said.All(ordered.Contains));

    private static string Maker(string? name)
    {
        var plain = string.Concat(Split(name).Where(word => !Forms.Contains(word)));
        return plain == "HEWLETTPACKARD" ? "HP" : plain;
    }

    // Many a model begins with its maker.
    private static string[] Words(string? model, string maker) => [.. Split(model).Where(word => word != maker)];

    private static string[] Split(string? text) => (text ?? "").ToUpperInvariant().Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
