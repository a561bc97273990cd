namespace WaaS.Logistics.Documents.Pdf.Format;

/// <summary>An indirect object by its number. Generations other than 0 are refused on reading.</summary>
internal readonly record struct PdfReference(int Number)
{
    public override string ToString() => $"{Number} 0 R";
}
