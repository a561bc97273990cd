using System.Globalization;
using CsvHelper;

namespace WaaS.Logistics.Rentals.ImportContracts;

/// <summary>Reads the text as a table: finds the separator and the columns, and hands each line on with its number.</summary>
internal static class CsvLines
{
    public const int MaxLines = 20_000;

    /// <exception cref="ImportRefusedException">The header is wrong, or there are too many lines.</exception>
    public static List<ContractLine> Read(string text, List<ImportError> errors)
    {
        var separator = Separator(text);
        using var csv = CsvReader.FromText(text, CsvReaderOptions.Default with
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            DetectSeparatorHint = false,
            TrackLineNumbers = true,
            // With line breaks forbidden a quotation mark left open spoils its own line instead of the rest of the file.
            AllowLineBreaksInQuotes = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = bad => errors.Add(new ImportError((int)bad.LineNumber, null, Malformed(bad.Reason))),
        });
        if (!csv.Read() || errors.Count > 0)
            throw ImportRefusedException.File(ImportFault.FileNoHeader);
        var names = Fields(csv);
        if (names[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            throw new ImportRefusedException([new ImportError(1, null, ImportFault.FileSeparatorLine, string.Join(separator, names))]);
        var header = CsvHeader.Read(names);
        var (lines, count) = (new List<ContractLine>(), 0);
        while (csv.Read())
        {
            var fields = Fields(csv);
            if (fields.All(field => field.Length == 0))
                continue;
            if (++count > MaxLines)
                throw ImportRefusedException.File(ImportFault.FileTooManyLines, MaxLines);
            if (fields.Length != header.Width)
                errors.Add(new ImportError((int)csv.LineNumber, null, ImportFault.LineOtherWidth, fields.Length, header.Width, separator));
            else if (new LineReader((int)csv.LineNumber, header, fields, errors).Read() is { } line)
                lines.Add(line);
        }
        return count > 0 || errors.Count > 0 ? lines : throw ImportRefusedException.File(ImportFault.FileNoLines);
    }

    private static char Separator(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = end < 0 ? text : text.AsSpan(0, end);
        return header.Count(';') > header.Count(',') ? ';' : ',';
    }

    // In one form: a name typed on one system and the same from another are one name. All spaces look alike.
    private static string[] Fields(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(i => string.Concat(csv.GetString(i).Trim().Normalize().Select(Plain)))];

    private static char Plain(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.SpaceSeparator ? ' ' : letter;

    private static ImportFault Malformed(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.StrayQuote => ImportFault.LineStrayQuote,
        _ => ImportFault.LineOpenQuote,
    };
}
