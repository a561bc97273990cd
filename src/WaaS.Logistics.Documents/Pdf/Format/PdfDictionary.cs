using System.Text;

namespace WaaS.Logistics.Documents.Pdf.Format;

/// <summary>A dictionary whose values stay in the bytes they were written in, so that what we do not touch stays as it was.</summary>
internal sealed class PdfDictionary(IReadOnlyList<KeyValuePair<string, string>> entries)
{
    public static PdfDictionary Parse(string text) => new PdfReader(Encoding.Latin1.GetBytes(text), 0).TakeDictionary();

    public string? this[string key]
    {
        get
        {
            foreach (var entry in entries)
                if (entry.Key == key)
                    return entry.Value;
            return null;
        }
    }

    public bool Has(string key) => this[key] is not null;

    public PdfDictionary With(string key, string value) =>
        new([.. entries.Where(entry => entry.Key != key), new(key, value)]);

    public PdfReference Reference(string key) =>
        Require(key).AsReference() ?? throw new PdfFormatException($"{key} is no reference to an object.");

    public int Integer(string key) => Require(key).AsInteger();

    public string Require(string key) => this[key] ?? throw new PdfFormatException($"{key} is missing.");

    public override string ToString()
    {
        var text = new StringBuilder("<<");
        foreach (var (key, value) in entries)
            text.Append(key).Append(' ').Append(value).Append('\n');
        return text.Append(">>").ToString();
    }
}
