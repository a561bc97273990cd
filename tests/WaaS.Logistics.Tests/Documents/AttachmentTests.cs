using System.Text;
using CsCheck;
using WaaS.Logistics.Documents.Pdf.Attachments;
using WaaS.Logistics.Documents.Pdf.Format;
using WaaS.Logistics.Documents.Pdf.Signing;

namespace WaaS.Logistics.Tests.Documents;

public class When_files_are_attached_to_a_pdf
{
    private readonly byte[] _pdf = PdfSamples.Unsigned;

    [Fact]
    public void A_foreign_program_lists_them_and_takes_them_out_unchanged()
    {
        var list = PopplerTool.Attachments(_pdf);

        Assert.Contains("2 embedded files", list);
        Assert.Contains("1: certificate.json", list);
        Assert.Contains("2: evidence.json", list);
        Assert.Equal(PdfSamples.Certificate.Content.ToArray(), PopplerTool.Detach(_pdf, 1));
        Assert.Equal(PdfSamples.Evidence.Content.ToArray(), PopplerTool.Detach(_pdf, 2));
    }

    [Fact]
    public void We_take_them_out_unchanged_too()
    {
        var files = EmbeddedFiles.Read(_pdf);

        Assert.Equal(["certificate.json", "evidence.json"], files.Keys.Order());
        Assert.Equal(PdfSamples.Certificate.Content.ToArray(), files["certificate.json"]);
        Assert.Equal(PdfSamples.Evidence.Content.ToArray(), files["evidence.json"]);
    }

    [Fact]
    public void They_are_marked_as_the_source_of_the_document()
    {
        var text = Encoding.Latin1.GetString(_pdf);

        Assert.Equal(2, text.Split("/AFRelationship /Source").Length - 1);
        Assert.Contains("/Subtype /application#2Fjson", text);
        Assert.Contains("/AF [", text);
    }

    [Fact]
    public void Attaching_again_would_hide_the_first_and_is_refused() =>
        Assert.Throws<PdfFormatException>(() => CatalogAdditions.Apply(_pdf, "de", [PdfSamples.Evidence]));

    [Fact]
    public void Two_files_of_one_name_are_refused() =>
        Assert.Throws<ArgumentException>(() => PdfSamples.OnePage().ToPdf([PdfSamples.Evidence, PdfSamples.Evidence]));

    [Fact]
    public void A_pdf_without_any_has_none() => Assert.Empty(EmbeddedFiles.Read(PdfSamples.OnePage().ToPdf([])));

    [Fact]
    public void Any_content_comes_out_as_it_went_in() =>
        Gen.Byte.Array[0, 3000].Sample(content =>
            EmbeddedFiles.Read(PdfSamples.OnePage().ToPdf([PdfSamples.Evidence with { Content = content }]))["evidence.json"].SequenceEqual(content),
            iter: 30);
}

public class When_a_pdf_is_of_an_unknown_form
{
    [Theory]
    [InlineData("startxref\n", "startxref\n9", "startxref")]
    [InlineData("%%EOF\n", "%%EOF\nmore", "%%EOF")]
    [InlineData("%PDF-1.4", "%PDF-2.0", "PDF 1.x")]
    [InlineData("/Root", "/Encrypt 1 0 R /Root", "encrypted")]
    [InlineData("/Root", "/XRefStm 15 /Root", "hybrid")]
    [InlineData("/Root", "/Prev 999999 /Root", "linearized")]
    [InlineData(" 00000 n", " 00001 n", "generation")]
    public void It_is_refused_with_the_reason(string part, string instead, string reason)
    {
        var text = Encoding.Latin1.GetString(SkiaOnly);
        var at = text.LastIndexOf(part, StringComparison.Ordinal);
        var changed = Encoding.Latin1.GetBytes(text[..at] + instead + text[(at + part.Length)..]);

        Assert.Contains(reason, Assert.Throws<PdfFormatException>(() => PdfFile.Parse(changed)).Message);
    }

    [Fact]
    public void A_cross_reference_stream_is_refused()
    {
        var text = Encoding.Latin1.GetString(SkiaOnly).Replace("\nxref\n", "\n9999 0 obj <</Type /XRef>>\n");

        Assert.Contains("cross-reference streams", Assert.Throws<PdfFormatException>(() => PdfFile.Parse(Encoding.Latin1.GetBytes(text))).Message);
    }

    [Fact]
    public void Damage_of_any_kind_ends_in_a_refusal_and_nothing_else()
    {
        using var identity = PdfSamples.Identity();
        var whole = PdfSigner.Sign(PdfSamples.Unsigned, identity, PdfSamples.Details);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, 1]).Sample((at, value, cut) =>
        {
            // Half of the damage near the end, where the structure of the update is.
            at = cut == 1 ? at : whole.Length - 1 - at % 6000;
            var damaged = whole.ToArray();
            damaged[at] = value;
            PdfSignature.Check(damaged);
            PdfSignature.Check(damaged.AsMemory(0, at));
            try
            {
                EmbeddedFiles.Read(damaged);
                EmbeddedFiles.Read(damaged.AsMemory(0, at));
            }
            catch (PdfFormatException)
            {
            }
        }, iter: 2000);
    }

    private static byte[] SkiaOnly
    {
        get
        {
            using var content = new MemoryStream();
            using (var document = SkiaSharp.SKDocument.CreatePdf(content))
            {
                document.BeginPage(100, 100);
                document.EndPage();
                document.Close();
            }
            return content.ToArray();
        }
    }
}
