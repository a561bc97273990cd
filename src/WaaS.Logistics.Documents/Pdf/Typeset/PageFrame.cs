namespace WaaS.Logistics.Documents.Pdf.Typeset;

/// <summary>What every page says of the document it belongs to.</summary>
/// <param name="Title">Also the PDF's title.</param>
/// <param name="Number">The document's number.</param>
/// <param name="Author">Who issued it.</param>
/// <param name="Created">Goes into the file, so that the same input makes the same file.</param>
/// <param name="PageOf">"Page {0} of {1}" in the document's language.</param>
/// <param name="Language">RFC 5646.</param>
internal sealed record PageFrame(string Title, string Number, string Author, DateTimeOffset Created, string PageOf, string Language);
