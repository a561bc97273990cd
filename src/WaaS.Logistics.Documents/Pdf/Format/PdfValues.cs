using System.Buffers;
using System.Globalization;
using System.Text;

namespace WaaS.Logistics.Documents.Pdf.Format;

/// <summary>Between PDF's written values and ours.</summary>
internal static class PdfValues
{
    public static PdfReference? AsReference(this string value)
    {
        var parts = value.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return parts is [var number, "0", "R"] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new(id)
            : null;
    }

    public static int AsInteger(this string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new PdfFormatException($"'{value}' is no whole number.");

    public static IReadOnlyList<string> AsArray(this string value)
    {
        var reader = new PdfReader(Encoding.Latin1.GetBytes(value), 0);
        var items = new List<string>();
        reader.Take("[");
        while (!reader.TryTake("]"))
            items.Add(reader.TakeValue());
        return items;
    }

    /// <summary>A text string in hexadecimal UTF-16, which needs no escaping whatever it holds.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>Reads what <see cref="Text"/> writes; other string forms are refused.</summary>
    public static string AsText(this string value)
    {
        if (!value.StartsWith("<FEFF", StringComparison.Ordinal) || !value.EndsWith('>'))
            throw new PdfFormatException("A text string is not in the form this library writes.");
        var text = new byte[(value.Length - 6) / 2];
        return Convert.FromHexString(value.AsSpan(5, value.Length - 6), text, out _, out _) == OperationStatus.Done
            ? Encoding.BigEndianUnicode.GetString(text)
            : throw new PdfFormatException("A text string is not hexadecimal.");
    }

    public static string Date(DateTimeOffset moment)
    {
        var sign = moment.Offset < TimeSpan.Zero ? '-' : '+';
        return string.Create(CultureInfo.InvariantCulture,
            $"(D:{moment:yyyyMMddHHmmss}{sign}{moment.Offset:hh}'{moment.Offset:mm}')");
    }

    public static DateTimeOffset? AsDate(this string value) =>
        value.Length > 4 && DateTimeOffset.TryParseExact(value[1..^1].Replace("'", ":").TrimEnd(':'), "'D:'yyyyMMddHHmmsszzz",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : null;
}
