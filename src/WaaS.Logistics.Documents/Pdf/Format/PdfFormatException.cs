namespace WaaS.Logistics.Documents.Pdf.Format;

/// <summary>The bytes are no PDF, or one in a form that this library does not know and therefore refuses to change or judge.</summary>
public sealed class PdfFormatException(string message) : FormatException(message);
