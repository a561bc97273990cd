using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Documents.Labels;
using WaaS.Logistics.Labels;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.Places;
using WaaS.Logistics.Resale.Resources;

namespace WaaS.Logistics.Resale.PrintLabels;

/// <summary>What is printed for the stock, in the language asked for: labels for bins, cards for picking.</summary>
internal sealed class PrintLabels(ResaleDb db, Texts t)
{
    /// <param name="bin">One bin by its code or its scanned label; all where it is absent.</param>
    public async Task<LabelFile> Bins(string? bin, PrintQuery query, CancellationToken cancel)
    {
        query.Speak();
        List<Place> bins;
        if (string.IsNullOrWhiteSpace(bin))
            bins = await db.Places.AsNoTracking().Where(place => place.Kind == Place.Sellable).OrderBy(place => place.Code).ToListAsync(cancel);
        else
        {
            bins = [await db.Bin(bin, cancel)];
            bins[0].RequireSellable();
        }
        if (bins.Count == 0)
            throw new RefusedException("no-bin-to-print", "There is no bin yet. A supervisor defines sellable places under Returns, Places.");
        return Print([.. bins.Select(place => new Sticker(t["Bin"], place.Code, place.Label))], t["Labels_Bins"], bins.Count == 1 ? $"bin-{bins[0].CodeKey}" : "bins", query);
    }

    public LabelFile Commands(PrintQuery query)
    {
        query.Speak();
        return Print([.. CommandCards.All(t).Select(card => card.Printed(query.IsLinear))], t["Cards_Title"], "command-cards-stock", query);
    }

    private LabelFile Print(IReadOnlyList<Sticker> stickers, string title, string name, PrintQuery query) =>
        LabelPress.Print(stickers, new PrintJob(title, name, LabelPaper.Named(query.PaperOr("a4")), db.Now, query.IsZpl));
}
