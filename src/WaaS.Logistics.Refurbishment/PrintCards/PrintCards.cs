using WaaS.Logistics.Documents.Labels;
using WaaS.Logistics.Documents.Pdf;
using WaaS.Logistics.Labels;
using WaaS.Logistics.Pictures.Drawing;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Refurbishment.Resources;

namespace WaaS.Logistics.Refurbishment.PrintCards;

/// <summary>The cards of the bench, in the language asked for.</summary>
internal sealed class PrintCards(Texts t, TimeProvider clock)
{
    public LabelFile Handle(PrintQuery query)
    {
        query.Speak();
        var symbol = query.IsLinear ? SymbolKind.Code128 : SymbolKind.DataMatrix;
        var language = Languages.Current == Languages.German ? DocumentLanguage.German : DocumentLanguage.English;
        return LabelPress.Print(
            [.. CommandCards.All(t).Select(card => card.Printed(symbol))],
            new PrintJob(t["Cards_Title"], $"command-cards-bench-{Languages.Current}", LabelPaper.Named(query.PaperOr("a4")), language, clock.GetUtcNow(), query.IsZpl));
    }
}
