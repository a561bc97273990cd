using WaaS.Logistics.Documents.Labels;
using WaaS.Logistics.Labels;
using WaaS.Logistics.Pictures.Drawing;
using WaaS.Logistics.Scanning;
using WaaS.Logistics.Scanning.Layout;

namespace WaaS.Logistics.Tests.Labels;

public sealed class When_symbols_are_printed
{
    private static readonly string Device = OwnCode.Create(OwnCodeKind.Device, Guid.Parse("0192d3c4-5566-7788-99aa-bbccddeeff00")).ToString();

    public static TheoryData<SymbolKind, string, string, string> Symbols => new()
    {
        { SymbolKind.Code128, OwnCode.Create(OwnCodeKind.Command, "UNKNOWN").ToString(), "]C0", "a4" },
        { SymbolKind.Code128, OwnCode.Create(OwnCodeKind.Place, "A12").ToString(), "]C0", "100x50" },
        { SymbolKind.Gs1Code128, "(00)123456789012345675", "]C1", "a4" },
        { SymbolKind.Gs1Code128, "(00)123456789012345675", "]C1", "62x29" },
        { SymbolKind.DataMatrix, Device, "]d1", "62x29" },
        { SymbolKind.DataMatrix, Device, "]d1", "100x50" },
        { SymbolKind.DataMatrix, OwnCode.Create(OwnCodeKind.Command, "ACK").ToString(), "]d1", "a4" },
        { SymbolKind.DataMatrix, Calibration.Text, "]d1", "a4" },
        { SymbolKind.DataMatrix, Calibration.Text, "]d1", "100x50" },
        { SymbolKind.Gs1DataMatrix, "(01)09521234543213(21)AB_12(17)290331", "]d2", "62x29" },
        { SymbolKind.QrCode, "https://logistics.example.test/verify/C-WYA4-H6X3-TDC5", "]Q1", "62x29" },
        { SymbolKind.QrCode, "https://logistics.example.test/verify/C-WYA4-H6X3-TDC5", "]Q1", "100x50" },
    };

    [Theory]
    [MemberData(nameof(Symbols))]
    public async Task We_read_what_a_coarse_and_a_fine_printer_print(SymbolKind kind, string text, string identifier, string paper)
    {
        var pdf = Printed.Pdf(LabelPaper.Named(paper), Label(kind, text));
        foreach (var dpi in new[] { 203, 300 })
            Assert.Equal([(identifier, Symbol.Create(kind, text).Payload)], await Printed.Codes(pdf, dpi));
    }

    [Theory]
    [MemberData(nameof(Symbols))]
    public async Task Others_read_it_too(SymbolKind kind, string text, string identifier, string paper)
    {
        var pdf = Printed.Pdf(LabelPaper.Named(paper), Label(kind, text));
        foreach (var dpi in new[] { 203, 300 })
        {
            var read = identifier[1] == 'd' ? await Printed.ReadBy("dmtxread", ["-N1", "-G29", "-m20000"], pdf, dpi) : await Printed.ReadBy("zbarimg", ["-q", "--raw"], pdf, dpi);
            Assert.Equal(Symbol.Create(kind, text).Payload, read.Trim('\n').TrimStart('\u001d', '\u00e8', '\ufffd'));
        }
    }

    [Theory]
    [MemberData(nameof(Symbols))]
    public void Its_bars_are_whole_dots_and_its_quiet_zone_is_white(SymbolKind kind, string text, string identifier, string paper)
    {
        _ = identifier;
        var on = LabelPaper.Named(paper);
        var label = LabelPress.Drawn(Label(kind, text));
        var layout = LabelLayout.Of(label, on);
        var size = layout.Size!.Value;
        Assert.Equal(size.Module * 8, MathF.Round(size.Module * 8), 3);
        Assert.InRange(size.Module, kind is SymbolKind.Code128 or SymbolKind.Gs1Code128 ? 0.25f : 0.375f, 1f);
        var quiet = kind switch { SymbolKind.Code128 or SymbolKind.Gs1Code128 => 10, SymbolKind.QrCode => 4, _ => 1 };
        using var path = SkiaSharp.SKPath.ParseSvgPathData(label.Symbol!.Path);
        Assert.Equal(quiet, path.TightBounds.Left);
        Assert.Equal(label.Symbol.Width - quiet, path.TightBounds.Right);
        // And nothing of the label stands in it.
        Assert.All([layout.Words, layout.Code], box => Assert.False(Meet(box, layout.Symbol), $"{box} is over {layout.Symbol}"));
        Assert.InRange(layout.Symbol.Left, 0, on.LabelWidth - layout.Symbol.Width);
        Assert.InRange(layout.Symbol.Top, 0, on.LabelHeight - layout.Symbol.Height);
    }

    [Theory]
    [InlineData(SymbolKind.DataMatrix, "WL:device:5CG1234XYZ0", "check character")]
    [InlineData(SymbolKind.Gs1DataMatrix, "(01)09521234543214(21)ABC", "check digit")]
    [InlineData(SymbolKind.Gs1Code128, "(00)123456789012345670", "check digit")]
    public void A_wrong_check_digit_is_refused_before_drawing(SymbolKind kind, string text, string why)
    {
        foreach (var zpl in new[] { false, true })
            Assert.Contains(why, Assert.Throws<SymbolRefusedException>(() => LabelPress.Print([Label(kind, text)], Printed.Job(LabelPaper.Large, zpl))).Message);
    }

    [Fact]
    public void What_would_be_too_fine_for_scanners_is_refused()
    {
        var wide = Label(SymbolKind.Code128, OwnCode.Create(OwnCodeKind.Place, new string('A', 30)).ToString());
        Assert.Contains("larger label", Assert.Throws<LabelDoesNotFitException>(() => Printed.Pdf(LabelPaper.Small, wide)).Message);
        Assert.Contains("does not fit", Assert.Throws<LabelDoesNotFitException>(() => Printed.Pdf(LabelPaper.Small, Label(SymbolKind.QrCode, new string('x', 600)))).Message);
    }

    [Fact]
    public async Task A_sheet_of_cards_is_read_card_by_card()
    {
        string[] ids = ["UNDO", "DAMAGED", "BATTERY", "CLOSE", "EMPTY", "UNKNOWN", "DONE", "ACK", "START", "OK", "NA"];
        var codes = ids.Select(id => OwnCode.Create(OwnCodeKind.Command, id).ToString()).ToList();
        foreach (var kind in new[] { SymbolKind.DataMatrix, SymbolKind.Code128 })
        {
            var read = await Printed.Codes(Printed.Pdf(LabelPaper.A4, [.. codes.Select(code => Label(kind, code))]), 300);
            Assert.Equal(codes.Order(), read.Select(code => code.Text).Order());
        }
    }

    [Theory]
    [InlineData("M0 0h4v4h-4Z", 3, 3)]
    [InlineData("nonsense", 10, 10)]
    [InlineData("", 10, 10)]
    [InlineData("M0 0h4v4h-4Z", 0, 10)]
    public void A_path_that_is_no_symbol_is_refused(string path, int width, int height) =>
        Assert.Throws<ArgumentException>(() => new LabelSymbol(path, width, height, false));

    private static Sticker Label(SymbolKind kind, string text) => new("Lagerplatz", "A-12", text) { Symbol = kind, Lines = ["Größe ÄÖÜß"], ShowsText = !text.Any(char.IsControl) };

    private static bool Meet(LabelBox one, LabelBox other) =>
        one.Left < other.Left + other.Width && other.Left < one.Left + one.Width && one.Top < other.Top + other.Height && other.Top < one.Top + one.Height;
}
