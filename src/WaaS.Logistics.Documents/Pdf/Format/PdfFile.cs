namespace WaaS.Logistics.Documents.Pdf.Format;

/// <summary>
/// A PDF with classic cross-reference tables (ISO 32000-1, 7.5.4), as Skia writes them and as our own updates continue them.
/// Cross-reference streams, encryption, linearization and object generations other than 0 are refused.
/// </summary>
internal sealed class PdfFile
{
    private readonly IReadOnlyDictionary<int, int> _positions;

    private PdfFile(ReadOnlyMemory<byte> bytes, CrossReferences references)
    {
        Bytes = bytes;
        _positions = references.Positions;
        Trailer = references.Trailer;
        LastCrossReferences = references.Start;
        Size = Trailer.Integer("/Size");
        Root = Trailer.Reference("/Root");
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    public PdfDictionary Trailer { get; }

    public int LastCrossReferences { get; }

    public int Size { get; }

    public PdfReference Root { get; }

    public static PdfFile Parse(ReadOnlyMemory<byte> bytes)
    {
        if (!bytes.Span.StartsWith("%PDF-1."u8))
            throw new PdfFormatException("The file does not begin as a PDF 1.x does.");
        return new(bytes, CrossReferences.Read(bytes.Span));
    }

    public PdfDictionary Dictionary(PdfReference reference) => At(reference).TakeDictionary();

    /// <summary>A dictionary written in place or as an object of its own.</summary>
    public PdfDictionary Dictionary(string value) =>
        value.AsReference() is { } reference ? Dictionary(reference) : PdfDictionary.Parse(value);

    /// <summary>An array written in place or as an object of its own.</summary>
    public IReadOnlyList<string> Array(string value) =>
        value.AsReference() is { } reference ? At(reference).TakeValue().AsArray() : value.AsArray();

    public (PdfDictionary Dictionary, ReadOnlyMemory<byte> Content) Stream(PdfReference reference)
    {
        var reader = At(reference);
        var dictionary = reader.TakeDictionary();
        reader.Take("stream");
        var start = reader.Position + (Bytes.Span[reader.Position..].StartsWith("\r\n"u8) ? 2 : 1);
        var length = dictionary.Integer("/Length");
        if (start > Bytes.Length || length > Bytes.Length - start)
            throw new PdfFormatException($"The stream of object {reference.Number} runs past the end of the file.");
        var after = new PdfReader(Bytes.Span, start + length);
        after.Take("endstream");
        return (dictionary, Bytes.Slice(start, length));
    }

    /// <summary>The place of an object's first value, after "n 0 obj".</summary>
    public PdfReader At(PdfReference reference)
    {
        if (!_positions.TryGetValue(reference.Number, out var position) || position >= Bytes.Length)
            throw new PdfFormatException($"Object {reference.Number} is not in the file.");
        var reader = new PdfReader(Bytes.Span, position);
        if (reader.TakeInteger() != reference.Number || reader.TakeInteger() != 0)
            throw new PdfFormatException($"Object {reference.Number} does not stand at byte {position}, as the cross-reference table says.");
        reader.Take("obj");
        return reader;
    }
}
