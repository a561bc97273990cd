using System.Globalization;
using System.Text;
using WaaS.Logistics.Documents.Labels;
using WaaS.Logistics.Pictures.Drawing;

namespace WaaS.Logistics.Labels;

/// <summary>Labels for a printer that draws for itself, at 203 dpi, UTF-8. Command names: ZPL II Programming Guide.</summary>
internal static class LabelZpl
{
    private const int DotsPerMm = 8;

    // Letters of the printer's font are up to nine tenths as wide as they are high.
    private const float WidestLetter = 0.9f;
    private const int Small = 18;
    private static readonly int[] TitleHeights = [96, 80, 64, 52, 44, 36, 30, 24, 20];

    public static string Of(IReadOnlyList<Sticker> stickers, LabelPaper paper)
    {
        if (paper.IsSheet)
            throw new ArgumentException($"A label printer has no sheets: take {string.Join(" or ", LabelPaper.All.Where(one => !one.IsSheet).Select(one => one.Name))}.", nameof(paper));
        return string.Concat(stickers.Select(sticker => One(sticker, paper)));
    }

    private static string One(Sticker sticker, LabelPaper paper)
    {
        var layout = LabelLayout.Of(LabelPress.Drawn(sticker), paper);
        var zpl = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"^XA^CI28^PW{Dots(paper.Width)}^LL{Dots(paper.Height)}^LH0,0\n"));
        Words(zpl, sticker, layout.Words);
        if (sticker.Text is { } text && layout.Size is { } size)
            zpl.Append(Symbol(sticker.Symbol, text, layout.Symbol, size)).Append('\n');
        if (sticker is { ShowsText: true, Text: { } code })
            Field(zpl, Dots(layout.Code.Left), Dots(layout.Code.Top) + 6, Small, Cut(code, Dots(layout.Code.Width), Small * 0.6f));
        return zpl.Append("^XZ\n").ToString();
    }

    private static string Symbol(SymbolKind kind, string text, LabelBox box, SymbolSize size)
    {
        // The quiet zone is the layout's; the printer starts with the first bar.
        var quiet = kind switch { SymbolKind.Code128 or SymbolKind.Gs1Code128 => 10, SymbolKind.QrCode => 4, _ => 1 } * size.Dots;
        var isLinear = kind is SymbolKind.Code128 or SymbolKind.Gs1Code128;
        return SymbolZpl.Field(Pictures.Drawing.Symbol.Create(kind, text), Dots(box.Left) + quiet, Dots(box.Top) + (isLinear ? 0 : quiet), size.Dots, Dots(box.Height));
    }

    private static void Words(StringBuilder zpl, Sticker sticker, LabelBox box)
    {
        var (left, top, width, bottom) = (Dots(box.Left), Dots(box.Top), Dots(box.Width), Dots(box.Top + box.Height));
        Field(zpl, left, top, Small, Cut(sticker.Kind, width, Small * WidestLetter));
        top += Small + 6;
        var frame = sticker.Tone == LabelTone.Plain ? 0 : 8;
        var kept = Math.Min(2, sticker.Lines.Count) * (Small + 4);
        var height = Array.Find(TitleHeights, height => Wrap(sticker.Title, width - 2 * frame, height * WidestLetter) is var rows && rows.Count <= 2 && rows.Count * (height + 4) + 2 * frame + kept <= bottom - top
            && sticker.Title.Split(' ').All(word => word.Length * height * WidestLetter <= width - 2 * frame)) is > 0 and var found ? found : TitleHeights[^1];
        var lines = Wrap(sticker.Title, width - 2 * frame, height * WidestLetter).Take(2).ToList();
        var tall = lines.Count * (height + 4) + 2 * frame;
        if (sticker.Tone != LabelTone.Plain)
            zpl.Append(CultureInfo.InvariantCulture, $"^FO{left},{top}^GB{width},{tall},{(sticker.Tone == LabelTone.Good ? 4 : tall)}^FS\n");
        for (var i = 0; i < lines.Count; i++)
            Field(zpl, left + frame, top + frame + i * (height + 4), height, lines[i], sticker.Tone is LabelTone.Bad or LabelTone.Stop);
        top += tall + 4;
        foreach (var line in sticker.Lines.SelectMany(line => Wrap(line, width, Small * WidestLetter)).TakeWhile(_ => top + Small <= bottom))
        {
            Field(zpl, left, top, Small, line);
            top += Small + 4;
        }
    }

    private static void Field(StringBuilder zpl, int x, int y, int height, string text, bool isReversed = false) =>
        zpl.Append(CultureInfo.InvariantCulture, $"^FO{x},{y}{(isReversed ? "^FR" : "")}^A0N,{height},{height}^FH_^FD{Hidden(text)}^FS\n");

    private static string Cut(string text, int width, float letter) => text.Length * letter <= width ? text : $"{text[..Math.Max(0, (int)(width / letter) - 3)]}...";

    private static List<string> Wrap(string text, int width, float letter)
    {
        var most = Math.Max(1, (int)(width / letter));
        var lines = new List<string>();
        foreach (var word in text.Split(' ', '\n'))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= most)
                lines[^1] += " " + word;
            else
                lines.AddRange(word.Chunk(most).Select(part => new string(part)));
        }
        return lines;
    }

    private static int Dots(float millimetres) => (int)MathF.Round(millimetres * DotsPerMm);

    // The marks of ZPL as hexadecimal, and no control characters, so that no text can end its field.
    private static string Hidden(string text) => string.Concat(text.Select(letter => letter switch
    {
        '_' or '^' or '~' or '\\' => $"_{(int)letter:X2}",
        < ' ' or '\x7F' => " ",
        _ => letter.ToString(),
    }));
}
