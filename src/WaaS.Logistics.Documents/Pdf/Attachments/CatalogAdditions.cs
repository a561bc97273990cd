using System.IO.Compression;
using System.Globalization;
using WaaS.Logistics.Documents.Pdf.Format;

namespace WaaS.Logistics.Documents.Pdf.Attachments;

/// <summary>What Skia does not write: the language of the text, and files attached to the document as its source (ISO 32000-2, 14.13).</summary>
internal static class CatalogAdditions
{
    public static byte[] Apply(ReadOnlyMemory<byte> pdf, string language, IReadOnlyList<EmbeddedFile> files)
    {
        var file = PdfFile.Parse(pdf);
        var catalog = file.Dictionary(file.Root);
        if (catalog.Has("/Names") || catalog.Has("/AF"))
            throw new PdfFormatException("The PDF already has names or attachments; ours would hide them.");
        if (files.GroupBy(f => f.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"Two files to attach are called '{twice.Key}'; give each a name of its own.", nameof(files));

        var update = new PdfUpdate(file);
        catalog = catalog.With("/Version", "/1.7").With("/Lang", PdfValues.Text(language));
        if (files.Count > 0)
        {
            // A name tree is searched by its order, so the names have to be sorted as bytes; the hexadecimal form sorts like them.
            var entries = files.Select(f => (Key: PdfValues.Text(f.Name), Specification: Add(update, f)))
                .OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
            catalog = catalog
                .With("/Names", $"<</EmbeddedFiles <</Names [{string.Join(' ', entries.Select(e => $"{e.Key} {e.Specification}"))}]>>>>")
                .With("/AF", $"[{string.Join(' ', entries.Select(e => e.Specification))}]");
        }
        update.Set(file.Root, catalog.ToString());
        return update.Build().Bytes;
    }

    private static PdfReference Add(PdfUpdate update, EmbeddedFile file)
    {
        var parameters = string.Create(CultureInfo.InvariantCulture,
            $"<</Size {file.Content.Length} /ModDate {PdfValues.Date(file.Modified)}>>");
        var stream = update.AddStream(new([
            new("/Type", "/EmbeddedFile"),
            new("/Subtype", $"/{file.MediaType.Replace("/", "#2F")}"),
            new("/Filter", "/FlateDecode"),
            new("/Params", parameters)]), Pack(file.Content.Span));
        var name = PdfValues.Text(file.Name);
        return update.Add(
            $"<</Type /Filespec /F {name} /UF {name} /Desc {PdfValues.Text(file.Description)} /AFRelationship /Source /EF <</F {stream} /UF {stream}>>>>");
    }

    private static byte[] Pack(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(content);
        return packed.ToArray();
    }
}
