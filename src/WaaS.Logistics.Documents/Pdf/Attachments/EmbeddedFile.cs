namespace WaaS.Logistics.Documents.Pdf.Attachments;

/// <summary>A file carried inside a PDF.</summary>
/// <param name="Name">File name without a folder, for instance <c>evidence.json</c>.</param>
/// <param name="MediaType">For instance <c>application/json</c>.</param>
/// <param name="Content">Comes out of the PDF byte for byte as it went in.</param>
/// <param name="Modified">When the content was made.</param>
/// <param name="Description">What the file is, for people.</param>
public sealed record EmbeddedFile(string Name, string MediaType, ReadOnlyMemory<byte> Content, DateTimeOffset Modified, string Description);
