namespace WaaS.Logistics.Documents.Pdf.Typeset;

/// <summary>Breaks a command so that the shell joins its lines again: a copy of the printed text is the command, unless a quoted string had to be broken.</summary>
internal static class ShellLines
{
    public static IReadOnlyList<string> Break(string command, TextStyle style, float width)
    {
        var whole = PrintableText.Of(command, style);
        var lines = LineBreaker.Break(whole, style, width - style.Width(@" \"));
        var joined = new List<string>();
        var passed = 0;
        foreach (var line in lines)
        {
            passed += line.Length;
            joined.Add(passed == whole.Length ? line : whole[passed] switch
            {
                ' ' => $@"{line} \",
                '\n' => line,
                _ => $@"{line}\",
            });
            passed += passed < whole.Length && whole[passed] is (' ' or '\n') ? 1 : 0;
        }
        return joined;
    }
}
