using System.Globalization;
using System.Resources;
using WaaS.Logistics.Documents.Pdf;

namespace WaaS.Logistics.Documents.Texts;

/// <summary>The words of a document in its language, and numbers and times as that language writes them. Null stays null: not recorded.</summary>
internal sealed class Words
{
    public static readonly ResourceManager Resources = new("WaaS.Logistics.Documents.Texts.DocumentTexts", typeof(Words).Assembly);

    private readonly CultureInfo _culture;
    private readonly NumberFormatInfo _numbers;
    private readonly string _day;

    // Formats are spelled out: what the platform's culture data says changes from one release to the next, a certificate must not.
    public Words(DocumentLanguage language)
    {
        var german = language == DocumentLanguage.German;
        _culture = new CultureInfo(german ? "de" : "en");
        _numbers = new NumberFormatInfo { NumberDecimalSeparator = german ? "," : ".", NumberGroupSeparator = german ? "." : "," };
        _day = german ? "dd.MM.yyyy" : "yyyy-MM-dd";
    }

    public string Language => _culture.Name;

    public string Absent => this["absent"];

    public string this[string key] =>
        Resources.GetString(key, _culture) ?? throw new InvalidOperationException($"The text '{key}' is missing in DocumentTexts.resx.");

    public string Format(string key, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, this[key], arguments);

    public string OrAbsent(string? value) => string.IsNullOrWhiteSpace(value) ? Absent : value;

    public string? Of(Enum? value) => value is null || value.ToString() == "Unknown" ? null : this[$"{value.GetType().Name}.{value}"];

    public string? YesNo(bool? value) => value is { } known ? this[known ? "yes" : "no"] : null;

    public string? Count(long? value) => value?.ToString("N0", _numbers);

    public string? Percent(double? value) => value is { } share ? $"{share.ToString("#,0.######", _numbers)} %" : null;

    public string? Bytes(long? value) => value is { } bytes ? Format("bytes", Count(bytes)!, Size(bytes)) : null;

    public string? Rate(long? value) => value is { } bytes ? Format("perSecond", Size(bytes)) : null;

    public string? Day(DateOnly? value) => value?.ToString(_day, CultureInfo.InvariantCulture);

    public string? Moment(DateTimeOffset? value) => value?.ToString($"{_day} HH:mm:ss zzz", CultureInfo.InvariantCulture);

    public string? Duration(TimeSpan? value) =>
        value is { } span && span >= TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $"{(long)span.TotalHours}:{span:mm\\:ss}") : null;

    public string Kilograms(long grams) => $"{(grams / 1000m).ToString("#,0.###", _numbers)} kg";

    private string Size(long bytes)
    {
        string[] units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"];
        var (size, unit) = ((double)bytes, 0);
        for (; size >= 1000 && unit < units.Length - 1; unit++)
            size /= 1000;
        return $"{size.ToString(unit == 0 ? "0" : "0.0", _numbers)} {units[unit]}";
    }
}
