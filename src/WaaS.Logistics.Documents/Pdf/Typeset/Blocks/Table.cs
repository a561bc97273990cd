using SkiaSharp;

namespace WaaS.Logistics.Documents.Pdf.Typeset.Blocks;

/// <summary>A column of a table.</summary>
/// <param name="Title">Repeated on every page.</param>
/// <param name="Share">Width as a share of the sum of all shares.</param>
/// <param name="Style">Of its cells.</param>
/// <param name="Numeric">Aligned to the right.</param>
internal sealed record Column(string Title, float Share, TextStyle Style, bool Numeric = false);

/// <summary>Rows under columns; the head is repeated on every page, a row stays on one page where it can.</summary>
internal static class Table
{
    /// <summary>The cell that is drawn as a box to be ticked by hand.</summary>
    public const string TickBox = "\u2610";

    private const float CellGap = 6;
    private const float RowPadding = 3;
    private const float KeptTogether = 130;

    public static void Draw(PageFlow flow, IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var sum = columns.Sum(column => column.Share);
        var widths = columns.Select(column => PageFlow.Width * column.Share / sum).ToArray();
        flow.Need(5 * TextStyle.Body.LineHeight);
        Head(flow, columns, widths);
        foreach (var row in rows)
            Row(flow, columns, widths, row);
        flow.Down(4);
    }

    private static void Head(PageFlow flow, IReadOnlyList<Column> columns, float[] widths)
    {
        var titles = columns.Select((column, i) => LineBreaker.Break(column.Title, TextStyle.Label, widths[i] - CellGap)).ToList();
        var lines = titles.Max(title => title.Count);
        for (var line = 0; line < lines; line++)
        {
            Line(flow, columns, widths, titles, line, _ => TextStyle.Label);
            flow.Down(TextStyle.Label.LineHeight);
        }
        flow.Down(2);
        flow.Rule(flow.Top, Palette.Muted);
        flow.Down(RowPadding);
    }

    private static void Row(PageFlow flow, IReadOnlyList<Column> columns, float[] widths, IReadOnlyList<string> row)
    {
        var cells = row.Select((cell, i) => LineBreaker.Break(cell, columns[i].Style, widths[i] - CellGap)).ToList();
        var lines = cells.Max(cell => cell.Count);
        var height = columns.Max(column => column.Style.LineHeight);
        var whole = lines * height + 2 * RowPadding;
        if (whole <= KeptTogether && flow.Need(whole))
            Head(flow, columns, widths);
        for (var line = 0; line < lines; line++)
        {
            if (flow.Need(height + RowPadding))
                Head(flow, columns, widths);
            Line(flow, columns, widths, cells, line, i => columns[i].Style);
            flow.Down(height);
        }
        flow.Down(RowPadding);
        flow.Rule(flow.Top, Palette.Line);
        flow.Down(RowPadding);
    }

    private static void Line(
        PageFlow flow, IReadOnlyList<Column> columns, float[] widths, List<IReadOnlyList<string>> cells, int line, Func<int, TextStyle> style)
    {
        var left = PageFlow.Left;
        for (var i = 0; i < columns.Count; left += widths[i++])
        {
            if (line >= cells[i].Count)
                continue;
            var text = cells[i][line];
            if (text == TickBox)
                flow.Box(SKRect.Create(left + 1, flow.Top + 0.5f, 10, 10), Palette.Ink, 1.5f, outline: true);
            else if (columns[i].Numeric)
                flow.Text(text, style(i), left + widths[i] - CellGap, flow.Top, SKTextAlign.Right);
            else
                flow.Text(text, style(i), left, flow.Top);
        }
    }
}
