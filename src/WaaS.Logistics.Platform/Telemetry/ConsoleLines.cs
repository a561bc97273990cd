using System.Globalization;
using System.Text;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Telemetry;

/// <summary>
/// One line for each event, whatever people, scanners and strangers have written into its values: no value begins a line of its own, moves the terminal's cursor or turns
/// the direction of what is read. Faults follow indented.
/// </summary>
internal sealed class ConsoleLines : ITextFormatter
{
    private static readonly MessageTemplateTextFormatter Head = new("{Timestamp:HH:mm:ss} {Level:u3} ", CultureInfo.InvariantCulture);
    private static readonly MessageTemplateTextFormatter Message = new("{Message:lj}", CultureInfo.InvariantCulture);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        Head.Format(logEvent, output);
        using var said = new StringWriter(CultureInfo.InvariantCulture);
        Message.Format(logEvent, said);
        output.WriteLine(OnOneLine(said.ToString()));
        if (logEvent.Exception is { } fault)
            foreach (var line in fault.ToString().ReplaceLineEndings("\n").Split('\n'))
                output.WriteLine("   " + OnOneLine(line));
    }

    private static string OnOneLine(string text)
    {
        if (!text.Any(UnseenCharacters.Has))
            return text;
        var shown = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
            _ = UnseenCharacters.Has(letter) ? shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}") : shown.Append(letter);
        return shown.ToString();
    }
}
