using WaaS.Logistics.Documents.Labels;
using WaaS.Logistics.Documents.Pdf;

namespace WaaS.Logistics.Labels;

/// <summary>How labels are printed.</summary>
/// <param name="Title">Of the file, for people.</param>
/// <param name="Name">Of the file, without its ending; letters, digits and hyphens.</param>
/// <param name="IsZpl">For a label printer that draws for itself; not for sheets.</param>
public sealed record PrintJob(string Title, string Name, LabelPaper Paper, DocumentLanguage Language, DateTimeOffset CreatedAt, bool IsZpl = false);

/// <summary>What is downloaded.</summary>
public sealed record LabelFile(byte[] Content, string ContentType, string Name);
