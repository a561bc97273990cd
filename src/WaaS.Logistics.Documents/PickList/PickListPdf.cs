using System.Globalization;
using WaaS.Logistics.Documents.Pdf;
using WaaS.Logistics.Documents.Pdf.Typeset;
using WaaS.Logistics.Documents.Pdf.Typeset.Blocks;
using WaaS.Logistics.Documents.Texts;

namespace WaaS.Logistics.Documents.PickList;

/// <summary>The pick list as a PDF: one line per stock unit in the order of the bins, with a box to tick.</summary>
public static class PickListPdf
{
    // As a person walks along: A-2 comes before A-10.
    private static readonly StringComparer BinOrder =
        StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering | CompareOptions.IgnoreCase);

    /// <exception cref="ArgumentException">There is nothing to pick, or one unit is listed twice.</exception>
    public static byte[] Render(PickListPdfInput input, DocumentLanguage language)
    {
        if (input.Lines.Count == 0)
            throw new ArgumentException($"Pick list {input.Number} has no lines; a list of nothing is not printed.", nameof(input));
        if (input.Lines.GroupBy(line => line.Unit, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"Pick list {input.Number} names the stock unit {twice.Key} twice; a unit is picked once.", nameof(input));

        var words = new Words(language);
        var title = words["pickList.title"];
        var flow = new PageFlow(new(title, input.Number, input.Issuer, input.CreatedAt, words["pageOf"], words.Language));
        Opening.Draw(flow, title, words.Format("pickList.subtitle", input.Number, words.Moment(input.CreatedAt)!), [input.Issuer]);
        Head(flow, input, words);
        Units(flow, input, words);
        return flow.ToPdf([]);
    }

    private static void Head(PageFlow flow, PickListPdfInput input, Words words)
    {
        var section = new Section(flow, words["section.head"], words.Absent)
            .Row(words["pickList.for"], input.Customer)
            .Row(words["pickList.order"], input.Order)
            .Row(words["pickList.wave"], input.Wave)
            .Row(words["pickList.picker"], input.Picker);
        if (!string.IsNullOrWhiteSpace(input.Note))
            section.Row(words["pickList.note"], input.Note);
    }

    private static void Units(PageFlow flow, PickListPdfInput input, Words words)
    {
        var section = new Section(flow, words["section.units"], words.Absent);
        Column[] columns =
        [
            new(words["pickList.done"], 46, TextStyle.Body),
            new(words["pickList.bin"], 75, TextStyle.Strong),
            new(words["pickList.unit"], 85, TextStyle.Code),
            new(words["pickList.article"], 150, TextStyle.Body),
            new(words["pickList.serial"], 90, TextStyle.Code),
            new(words["pickList.grade"], 66, TextStyle.Body),
        ];
        var lines = input.Lines.OrderBy(line => line.Bin, BinOrder).ThenBy(line => line.Unit, StringComparer.Ordinal);
        Table.Draw(flow, columns, lines.Select(line => (IReadOnlyList<string>)
            [Table.TickBox, line.Bin, line.Unit, line.Article, words.OrAbsent(line.Serial), words.OrAbsent(line.Grade)]));

        var bins = input.Lines.Select(line => line.Bin).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        section.Total(words.Format("pickList.total", words.Count(input.Lines.Count)!, words.Count(bins)!));
        section.Signature(words["pickList.signature"]);
    }
}
