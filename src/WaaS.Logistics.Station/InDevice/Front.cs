using System.Globalization;

namespace WaaS.Logistics.Station.InDevice;

/// <summary>The console of a machine that wipes itself: asks what is missing, and ends with one result that is readable from afar.</summary>
internal sealed class Front(Speaker speaker, Words words, TextReader? input, bool colours)
{
    private const int Width = 64;

    public Words Words => words;

    public void Tell(string sentence, params object?[] facts) => speaker.Tell(string.Format(CultureInfo.InvariantCulture, sentence, facts));

    /// <returns>Null where nobody is there to answer, or says nothing.</returns>
    public string? Ask(string question, params object?[] facts)
    {
        if (input is null)
        {
            return null;
        }

        Tell(question, facts);
        return input.ReadLine()?.Trim() is { Length: > 0 } answer ? answer : null;
    }

    public void Show(ExitCode code, bool stopped)
    {
        string verdict = words.Verdict(code, stopped), bar = new('#', Width), line = "##" + Centre(verdict, Width - 4) + "##";
        (string begin, string end) = colours ? ($"\u001b[{Colour(code)}m", "\u001b[0m") : ("", "");
        foreach (string part in new[] { "", bar, line, bar, "" })
        {
            speaker.Tell(part.Length == 0 ? part : begin + part + end);
        }
    }

    private static string Colour(ExitCode code) => code switch
    {
        // Bold black is grey on a console.
        ExitCode.Done => "30;42",
        ExitCode.StoredForLater => "30;43",
        _ => "37;41;1",
    };

    private static string Centre(string text, int width) => text.PadLeft((width + text.Length) / 2).PadRight(width);
}
