using System.Text;
using WaaS.Logistics.Documents.Pdf.Attachments;
using WaaS.Logistics.Documents.Pdf.Signing;
using WaaS.Logistics.Documents.Pdf.Typeset;
using WaaS.Logistics.Documents.Pdf.Typeset.Blocks;

namespace WaaS.Logistics.Tests.Documents;

internal static class PdfSamples
{
    public static readonly DateTimeOffset Moment = new(2026, 3, 9, 14, 30, 5, TimeSpan.FromHours(1));

    public static readonly SigningDetails Details = new(Moment, "Löschzertifikat", "Köln");

    public static readonly EmbeddedFile Evidence =
        new("evidence.json", "application/json", Encoding.UTF8.GetBytes("""{"serial":"S3Z8NB0K","größe":512110190592}"""), Moment, "Nachweis");

    public static readonly EmbeddedFile Certificate =
        new("certificate.json", "application/json", Enumerable.Range(0, 70_000).Select(i => (byte)(i * 7)).ToArray(), Moment, "Zertifikat");

    public static PageFrame Frame => new("Löschzertifikat", "WL-1", "Prüf & Söhne", Moment, "Seite {0} von {1}", "de");

    public static PageFlow OnePage()
    {
        var flow = new PageFlow(Frame);
        new Section(flow, "Datenträger", "nicht erfasst").Row("Größe", "512 GB");
        return flow;
    }

    public static byte[] Unsigned => OnePage().ToPdf([Evidence, Certificate]);

    public static SigningIdentity Identity() => SigningIdentity.Create("Prüf & Söhne GmbH", TimeProvider.System);
}
