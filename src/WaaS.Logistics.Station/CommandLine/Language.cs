namespace WaaS.Logistics.Station.CommandLine;

/// <summary>What whoever stands before the program reads.</summary>
internal enum Language
{
    English,
    German,
}

internal static class Languages
{
    public const string Option = "--lang";

    /// <summary>By <c>--lang</c>, else by the machine's own setting; English where neither says German.</summary>
    public static Language Of(IReadOnlyList<string> given)
    {
        int at = given.TakeWhile(part => part != Option).Count();
        string? asked = at + 1 < given.Count ? given[at + 1] : given.FirstOrDefault(part => part.StartsWith(Option + "=", StringComparison.Ordinal))?[(Option.Length + 1)..];
        return (asked ?? OfTheMachine())?.StartsWith("de", StringComparison.OrdinalIgnoreCase) == true ? Language.German : Language.English;
    }

    /// <summary>As HTTP names it.</summary>
    public static string Tag(this Language language) => language == Language.German ? "de" : "en";

    // In the order in which the C library looks.
    private static string? OfTheMachine() =>
        new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(Environment.GetEnvironmentVariable).FirstOrDefault(setting => !string.IsNullOrEmpty(setting));
}
