using WaaS.Logistics.Documents.Pdf;
using WaaS.Logistics.Documents.Pdf.Typeset;
using WaaS.Logistics.Documents.Pdf.Typeset.Blocks;
using WaaS.Logistics.Documents.Texts;

namespace WaaS.Logistics.Documents.PackingSlip;

/// <summary>The packing slip as a PDF.</summary>
public static class PackingSlipPdf
{
    /// <exception cref="ArgumentException">There is nothing in the shipment, or a quantity is below 1.</exception>
    public static byte[] Render(PackingSlipPdfInput input, DocumentLanguage language)
    {
        if (input.Lines.Count == 0)
            throw new ArgumentException($"Packing slip {input.Number} has no lines; an empty shipment is not sent.", nameof(input));
        if (input.Lines.FirstOrDefault(line => line.Quantity < 1) is { } none)
            throw new ArgumentException($"Packing slip {input.Number}: Quantity of '{none.Article}' is {none.Quantity}; leave the line out.", nameof(input));

        var words = new Words(language);
        var title = words["packingSlip.title"];
        var flow = new PageFlow(new(title, input.Number, input.Sender, input.CreatedAt, words["pageOf"], words.Language));
        var sender = (input.SenderAddress ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Opening.Draw(flow, title, words.Format("packingSlip.subtitle", input.Number, words.Moment(input.CreatedAt)!), [input.Sender, .. sender]);
        Head(flow, input, words);
        Content(flow, input, words);
        return flow.ToPdf([]);
    }

    private static void Head(PageFlow flow, PackingSlipPdfInput input, Words words)
    {
        var section = new Section(flow, words["section.shipment"], words.Absent)
            .Row(words["packingSlip.recipient"], input.Recipient)
            .Row(words["packingSlip.order"], input.Order)
            .Row(words["packingSlip.orderReference"], input.Reference)
            .Row(words["packingSlip.shipment"], input.Shipment)
            .Row(words["packingSlip.service"], input.Service)
            .Row(words["packingSlip.weight"], input.WeightGrams is { } grams ? words.Kilograms(grams) : null);
        if (!string.IsNullOrWhiteSpace(input.Note))
            section.Row(words["packingSlip.note"], input.Note);
    }

    private static void Content(PageFlow flow, PackingSlipPdfInput input, Words words)
    {
        var section = new Section(flow, words["section.content"], words.Absent);
        Column[] columns =
        [
            new(words["packingSlip.done"], 52, TextStyle.Body),
            new(words["packingSlip.position"], 32, TextStyle.Body, Numeric: true),
            new(words["packingSlip.article"], 190, TextStyle.Body),
            new(words["packingSlip.serial"], 110, TextStyle.Code),
            new(words["packingSlip.parcel"], 80, TextStyle.Body),
            new(words["packingSlip.quantity"], 45, TextStyle.Body, Numeric: true),
        ];
        Table.Draw(flow, columns, input.Lines.Select((line, i) => (IReadOnlyList<string>)
            [Table.TickBox, words.Count(i + 1)!, line.Article, words.OrAbsent(line.Serial), line.Parcel, words.Count(line.Quantity)!]));

        var parcels = input.Lines.Select(line => line.Parcel).Distinct(StringComparer.Ordinal).Count();
        section.Total(words.Format("packingSlip.total", words.Count(input.Lines.Sum(line => (long)line.Quantity))!, words.Count(parcels)!));
    }
}
