using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WaaS.Logistics.Documents.Pdf.Format;

/// <summary>An incremental update (ISO 32000-1, 7.5.6): the file stays byte for byte, new and changed objects follow it.</summary>
internal sealed class PdfUpdate(PdfFile file)
{
    private readonly SortedDictionary<int, byte[]> _objects = [];
    private int _next = file.Size;

    public PdfReference Reserve() => new(_next++);

    public PdfReference Add(string value)
    {
        var reference = Reserve();
        Set(reference, value);
        return reference;
    }

    public PdfReference AddStream(PdfDictionary dictionary, ReadOnlySpan<byte> content)
    {
        var reference = Reserve();
        var head = Encoding.Latin1.GetBytes($"{dictionary.With("/Length", content.Length.ToString(CultureInfo.InvariantCulture))}\nstream\n");
        _objects[reference.Number] = [.. head, .. content, .. "\nendstream"u8];
        return reference;
    }

    public void Set(PdfReference reference, string value) => _objects[reference.Number] = Encoding.Latin1.GetBytes(value);

    /// <summary>The whole file with the update, and the byte at which each object of the update stands.</summary>
    public (byte[] Bytes, IReadOnlyDictionary<int, int> Positions) Build()
    {
        using var result = new MemoryStream();
        result.Write(file.Bytes.Span);
        if (file.Bytes.Span[^1] is not ((byte)'\n' or (byte)'\r'))
            result.WriteByte((byte)'\n');
        var positions = new Dictionary<int, int>();
        foreach (var (number, value) in _objects)
        {
            positions[number] = (int)result.Position;
            Write(result, $"{number} 0 obj\n");
            result.Write(value);
            Write(result, "\nendobj\n");
        }
        WriteTable(result, positions);
        return (result.ToArray(), positions);
    }

    private void WriteTable(MemoryStream result, Dictionary<int, int> positions)
    {
        var start = result.Position;
        var trailer = file.Trailer
            .With("/Size", _next.ToString(CultureInfo.InvariantCulture))
            .With("/Prev", file.LastCrossReferences.ToString(CultureInfo.InvariantCulture))
            .With("/ID", Identifiers(result));
        Write(result, "xref\n0 1\n0000000000 65535 f \n");
        foreach (var run in Runs(positions.Keys.Order()))
        {
            Write(result, $"{run[0]} {run.Count}\n");
            foreach (var number in run)
                Write(result, $"{positions[number]:D10} 00000 n \n");
        }
        Write(result, $"trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n");
    }

    // The first identifier names the document through all its updates, the second this state of it.
    private string Identifiers(MemoryStream result)
    {
        var state = Identifier(result.ToArray());
        var document = file.Trailer["/ID"]?.AsArray()[0] ?? Identifier(file.Bytes.Span);
        return $"[{document} {state}]";
    }

    private static string Identifier(ReadOnlySpan<byte> bytes) => $"<{Convert.ToHexString(SHA256.HashData(bytes).AsSpan(0, 16))}>";

    private static List<List<int>> Runs(IEnumerable<int> numbers)
    {
        var runs = new List<List<int>>();
        foreach (var number in numbers)
        {
            if (runs.Count == 0 || runs[^1][^1] != number - 1)
                runs.Add([]);
            runs[^1].Add(number);
        }
        return runs;
    }

    private static void Write(MemoryStream result, FormattableString text) => Write(result, text.ToString(CultureInfo.InvariantCulture));

    private static void Write(MemoryStream result, string text) => result.Write(Encoding.Latin1.GetBytes(text));
}
