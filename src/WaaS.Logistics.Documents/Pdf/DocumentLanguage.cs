using System.Globalization;

namespace WaaS.Logistics.Documents.Pdf;

/// <summary>Language of a document's own words; what was recorded is printed as recorded.</summary>
public enum DocumentLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>German.</summary>
    German,
}

/// <summary>Which of the two languages somebody reads.</summary>
public static class DocumentLanguages
{
    /// <summary>The language of whoever asks (<see cref="CultureInfo.CurrentUICulture"/>): German for Germans, English for everybody else.</summary>
    public static DocumentLanguage OfReader => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "de" ? DocumentLanguage.German : DocumentLanguage.English;
}
