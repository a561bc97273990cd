using Microsoft.Extensions.Configuration;
using WaaS.Logistics.Documents.Pdf;
using WaaS.Logistics.Documents.PickList;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.Overview;

namespace WaaS.Logistics.Resale.PickLists;

/// <summary>The list on paper, in the person's language: what is still to be walked for.</summary>
internal sealed class PrintPickList(ResaleDb db, FindPickLists find, IConfiguration configuration)
{
    public async Task<byte[]> Handle(string number, CancellationToken cancel)
    {
        var list = await find.View(number, cancel);
        var lines = list.Lines.Where(line => line.State is not PickLineState.Stopped).ToList();
        if (lines.Count == 0)
            throw new RefusedException("nothing-to-print", $"Every line of pick list {list.Number} was stopped; there is nothing to walk for.", arguments: [list.Number]);
        var local = Display.Local(list.CreatedAt);
        return PickListPdf.Render(new PickListPdfInput
        {
            Number = list.Number,
            CreatedAt = new DateTimeOffset(local, local - list.CreatedAt),
            Issuer = configuration["Issuer:Name"] is { Length: > 0 } name ? name.Trim() : "WaaS.Logistics",
            Customer = list.Buyer,
            Picker = db.Origin.ActorName,
            Lines = [.. lines.Select(line => new Documents.PickList.PickLine
            {
                Bin = line.Bin ?? "",
                Unit = line.UnitId.ToString("N")[^8..].ToUpperInvariant(),
                Article = $"{line.Manufacturer} {line.Model}",
                Serial = line.Serial,
                Grade = line.Grade,
            })],
        }, DocumentLanguages.OfReader);
    }
}
