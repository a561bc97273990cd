using WaaS.Logistics.Documents.Labels;
using WaaS.Logistics.Documents.Pdf;

namespace WaaS.Logistics.Labels;

/// <summary>How labels are printed.</summary>
/// <param name="Title">Of the file, for people.</param>
/// <param name="Name">Of the file, without its language and ending; letters, digits and hyphens.</param>
/// <param name="IsZpl">For a label printer that draws for itself; not for sheets.</param>
public sealed record PrintJob(string Title, string Name, LabelPaper Paper, DateTimeOffset CreatedAt, bool IsZpl = false)
{
    /// <summary>What the words on the labels are in: the reader's language, unless another is said.</summary>
    public DocumentLanguage Language { get; init; } = DocumentLanguages.OfReader;

    internal string FileName => $"{Name}-{(Language == DocumentLanguage.German ? "de" : "en")}.{(IsZpl ? "zpl" : "pdf")}";
}

/// <summary>What is downloaded.</summary>
public sealed record LabelFile(byte[] Content, string ContentType, string Name);
