using WaaS.Logistics.Documents.Labels;
using WaaS.Logistics.Documents.Pdf;
using WaaS.Logistics.Labels;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Host.Print;

/// <summary>The badge of a person, in the language of whoever prints it.</summary>
internal sealed class PrintBadge(TimeProvider clock) : IPrintBadge
{
    public PrintedFile Print(string code, string name, PrintQuery query)
    {
        query.Speak();
        var kind = DocumentLanguages.OfReader == DocumentLanguage.German ? "Ausweis" : "Badge";
        var job = new PrintJob($"{kind} {name}", "badge", LabelPaper.Named(query.PaperOr("62x29")), clock.GetUtcNow(), query.IsZpl);
        // Whoever sees the text could type it.
        var file = LabelPress.Print([new Sticker(kind, name, code) { ShowsText = false }], job);
        return new PrintedFile(file.Content, file.ContentType, file.Name);
    }
}
