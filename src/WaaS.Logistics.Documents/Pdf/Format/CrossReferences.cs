namespace WaaS.Logistics.Documents.Pdf.Format;

/// <summary>Where each object stands, read from the last table back to the first; the newest entry of an object counts.</summary>
internal sealed record CrossReferences(IReadOnlyDictionary<int, int> Positions, PdfDictionary Trailer, int Start)
{
    private const int TailToSearch = 1024;

    public static CrossReferences Read(ReadOnlySpan<byte> bytes)
    {
        var start = LastTable(bytes);
        var positions = new Dictionary<int, int>();
        var seen = new HashSet<int>();
        PdfDictionary? newest = null;
        for (int? table = start; table is { } at;)
        {
            var trailer = ReadTable(bytes, at, positions, seen);
            newest ??= trailer;
            table = trailer.Has("/Prev") ? trailer.Integer("/Prev") : null;
            if (table >= at)
                throw new PdfFormatException("A cross-reference table names a later one as its predecessor (linearized or damaged file).");
        }
        return new(positions, newest!, start);
    }

    private static int LastTable(ReadOnlySpan<byte> bytes)
    {
        var tail = Math.Max(0, bytes.Length - TailToSearch);
        var found = bytes[tail..].LastIndexOf("startxref"u8);
        if (found < 0)
            throw new PdfFormatException("'startxref' is missing at the end of the file.");
        var reader = new PdfReader(bytes, tail + found + "startxref".Length);
        var start = reader.TakeInteger();
        var rest = bytes[reader.Position..].Trim("\r\n"u8);
        if (!rest.SequenceEqual("%%EOF"u8))
            throw new PdfFormatException("The file does not end with %%EOF.");
        return start < bytes.Length ? start : throw new PdfFormatException("'startxref' points behind the end of the file.");
    }

    private static PdfDictionary ReadTable(ReadOnlySpan<byte> bytes, int at, Dictionary<int, int> positions, HashSet<int> seen)
    {
        var reader = new PdfReader(bytes, at);
        if (!reader.TryTake("xref"))
            throw new PdfFormatException($"No cross-reference table stands at byte {at}; cross-reference streams are not supported.");
        while (!reader.TryTake("trailer"))
        {
            var first = reader.TakeInteger();
            var count = reader.TakeInteger();
            for (var number = first; number < first + count; number++)
                ReadEntry(ref reader, number, positions, seen);
        }
        var trailer = reader.TakeDictionary();
        if (trailer.Has("/Encrypt"))
            throw new PdfFormatException("The file is encrypted.");
        if (trailer.Has("/XRefStm"))
            throw new PdfFormatException("The file uses hybrid cross-references, which are not supported.");
        return trailer;
    }

    private static void ReadEntry(ref PdfReader reader, int number, Dictionary<int, int> positions, HashSet<int> seen)
    {
        var position = reader.TakeInteger();
        var generation = reader.TakeInteger();
        if (reader.TryTake("f"))
        {
            seen.Add(number);
            return;
        }
        reader.Take("n");
        if (generation != 0)
            throw new PdfFormatException($"Object {number} has generation {generation}; only 0 is supported.");
        if (seen.Add(number))
            positions.Add(number, position);
    }
}
