using WaaS.Logistics.Documents.Labels;
using WaaS.Logistics.Labels;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Resources;

namespace WaaS.Logistics.Sanitization.PrintCards;

/// <summary>The cards of the wipe bench, in the language asked for.</summary>
internal sealed class PrintCards(Texts t, TimeProvider clock)
{
    public LabelFile Handle(PrintQuery query)
    {
        query.Speak();
        return LabelPress.Print(
            [.. CommandCards.All(t).Select(card => card.Printed(query.IsLinear))],
            new PrintJob(t["Cards_Title"], "command-cards-wipe", LabelPaper.Named(query.PaperOr("a4")), clock.GetUtcNow(), query.IsZpl));
    }
}
