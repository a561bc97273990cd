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
    public static string AsText(this string value) =>
        value.StartsWith("<FEFF", StringComparison.Ordinal) && value.EndsWith('>')
            ? Encoding.BigEndianUnicode.GetString(Convert.FromHexString(value[5..^1]))
            : throw new PdfFormatException("A text string is not in the form this library writes.");

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
