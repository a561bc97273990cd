using System.IO.Compression;
using WaaS.Logistics.Documents.Pdf.Format;

namespace WaaS.Logistics.Documents.Pdf.Attachments;

/// <summary>Reads the files that a PDF of ours carries, for instance to check a certificate from the PDF alone.</summary>
public static class EmbeddedFiles
{
    // A certificate's attachments are some ten kilobytes; a bomb in an uploaded PDF is not unpacked further than this.
    private const int LargestFile = 64 * 1024 * 1024;

    /// <summary>All attached files by name; none when the PDF carries none.</summary>
    /// <exception cref="PdfFormatException">The bytes are no PDF of a form known here, or the attachments are damaged.</exception>
    public static IReadOnlyDictionary<string, byte[]> Read(ReadOnlyMemory<byte> pdf)
    {
        var file = PdfFile.Parse(pdf);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var catalog = file.Dictionary(file.Root);
        if (catalog["/Names"] is not { } names || file.Dictionary(names)["/EmbeddedFiles"] is not { } tree)
            return files;

        var leaf = file.Dictionary(tree);
        if (leaf.Has("/Kids"))
            throw new PdfFormatException("The attachments are listed in a tree of several levels, which is not supported.");
        var pairs = file.Array(leaf.Require("/Names"));
        for (var i = 1; i < pairs.Count; i += 2)
        {
            var specification = file.Dictionary(pairs[i]);
            var name = specification.Require("/UF").AsText();
            if (!files.TryAdd(name, Unpack(file, file.Dictionary(specification.Require("/EF")).Reference("/F"))))
                throw new PdfFormatException($"Two attachments are called '{name}'.");
        }
        return files;
    }

    private static byte[] Unpack(PdfFile file, PdfReference reference)
    {
        var (dictionary, content) = file.Stream(reference);
        if (dictionary["/Filter"] is null)
            return content.ToArray();
        if (dictionary["/Filter"] != "/FlateDecode")
            throw new PdfFormatException($"An attachment is packed with {dictionary["/Filter"]}, which is not supported.");
        try
        {
            using var packed = new ZLibStream(new MemoryStream(content.ToArray()), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var buffer = new byte[81920];
            for (int read; (read = packed.Read(buffer)) > 0;)
            {
                if (unpacked.Length + read > LargestFile)
                    throw new PdfFormatException($"An attachment is larger than {LargestFile / 1024 / 1024} MiB.");
                unpacked.Write(buffer, 0, read);
            }
            return unpacked.ToArray();
        }
        catch (InvalidDataException damage)
        {
            throw new PdfFormatException($"An attachment is damaged: {damage.Message}");
        }
    }
}
