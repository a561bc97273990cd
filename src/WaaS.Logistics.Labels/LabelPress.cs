using System.Text;
using WaaS.Logistics.Documents.Labels;
using WaaS.Logistics.Pictures.Drawing;

namespace WaaS.Logistics.Labels;

/// <summary>Checks what the symbols say, has them drawn, and puts them on paper.</summary>
public static class LabelPress
{
    /// <exception cref="SymbolRefusedException">A text is wrong, or its symbol cannot hold it.</exception>
    /// <exception cref="LabelDoesNotFitException">The paper is too small for a symbol.</exception>
    /// <exception cref="ArgumentException">There is nothing to print, or ZPL is asked for a sheet.</exception>
    public static LabelFile Print(IReadOnlyList<Sticker> stickers, PrintJob job)
    {
        if (stickers.Count == 0)
            throw new ArgumentException("There is no label to print.", nameof(stickers));
        if (job.IsZpl)
            return new LabelFile(Encoding.UTF8.GetBytes(LabelZpl.Of(stickers, job.Paper)), "text/plain; charset=utf-8", job.FileName);
        var labels = stickers.Select(Drawn).ToList();
        return new LabelFile(LabelPdf.Render(labels, job.Paper, job.Title, job.CreatedAt, job.Language), "application/pdf", job.FileName);
    }

    internal static Label Drawn(Sticker sticker) => new()
    {
        Kind = sticker.Kind,
        Title = sticker.Title,
        Lines = sticker.Lines,
        Symbol = sticker.Text is { } text ? Draw(Symbol.Create(sticker.Symbol, text)) : null,
        Code = sticker.ShowsText ? sticker.Text : null,
        Tone = sticker.Tone,
    };

    private static LabelSymbol Draw(Symbol symbol)
    {
        var path = SymbolPath.Draw(symbol);
        return new LabelSymbol(path.Data, path.Width, path.Height, path.IsLinear);
    }
}
