namespace WaaS.Logistics.Documents.Pdf;

/// <summary>Language of a document's own words; what was recorded is printed as recorded.</summary>
public enum DocumentLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>German.</summary>
    German,
}
