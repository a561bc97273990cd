using WaaS.Logistics.Tests.Erasure;
using System.Text.RegularExpressions;
using SkiaSharp;
using WaaS.Logistics.Pictures;
using WaaS.Logistics.Pictures.Drawing;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Tests.Pictures;

public sealed partial class When_a_symbol_is_drawn
{
    private const string Elements = "(01)09521234543213(21)AB_12(17)290331";

    public static TheoryData<SymbolKind, string, string> Symbols => new()
    {
        { SymbolKind.Code128, OwnCode.Create(OwnCodeKind.Device, "5CG1234XYZ").ToString(), "]C0" },
        { SymbolKind.Code128, "a>b^c~d", "]C0" },
        { SymbolKind.Gs1Code128, "(00)123456789012345675", "]C1" },
        { SymbolKind.DataMatrix, OwnCode.Create(OwnCodeKind.Bin, Guid.Parse("0192d3c4-5566-7788-99aa-bbccddeeff00")).ToString(), "]d1" },
        { SymbolKind.Gs1DataMatrix, "(01)09521234543213(21)ABC", "]d2" },
        { SymbolKind.Gs1DataMatrix, Elements, "]d2" },
        { SymbolKind.QrCode, "https://example.test/verify/C-WYA4-H6X3-TDC5", "]Q1" },
    };

    [Theory]
    [MemberData(nameof(Symbols))]
    public async Task We_read_what_we_draw(SymbolKind kind, string text, string identifier)
    {
        var symbol = Symbol.Create(kind, text);
        var code = Assert.Single((await new PictureReader().Read(Png(SymbolSvg.Draw(symbol)))).Codes);
        Assert.Equal(identifier, code.SymbologyIdentifier);
        Assert.Equal(symbol.Payload, code.Text);
    }

    [Theory]
    [MemberData(nameof(Symbols))]
    public void Others_read_what_we_draw(SymbolKind kind, string text, string identifier)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.png");
        File.WriteAllBytes(file, Png(SymbolSvg.Draw(Symbol.Create(kind, text), 4)));
        try
        {
            var read = identifier[1] == 'd' ? Shell.Run("dmtxread", ["-N1", "-G29", "-m10000", file]) : Shell.Run("zbarimg", ["-q", "--raw", file]);
            Assert.Equal(Symbol.Create(kind, text).Payload, read.Trim('\n').TrimStart('\u001d', '\u00e8', '\ufffd'));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(SymbolKind.Gs1DataMatrix, "(01)09521234543214(21)ABC", "check digit")]
    [InlineData(SymbolKind.Gs1Code128, "(00)123456789012345670", "check digit")]
    [InlineData(SymbolKind.Gs1Code128, "0109521234543213", "brackets")]
    [InlineData(SymbolKind.Gs1DataMatrix, "(01)0952123454321", "(01)")]
    [InlineData(SymbolKind.DataMatrix, "WL:device:5CG1234XYZ0", "check character")]
    [InlineData(SymbolKind.DataMatrix, "00123456789012345670", "AI (00): the check digit is 0, but 5 is right")]
    [InlineData(SymbolKind.Code128, "00123456789012345670", "AI (00): the check digit is 0, but 5 is right")]
    [InlineData(SymbolKind.QrCode, "(01)09521234543214", "AI (01): the check digit is 4, but 3 is right")]
    [InlineData(SymbolKind.DataMatrix, "010952123454321421ABC", "AI (01): the check digit is 4, but 3 is right")]
    [InlineData(SymbolKind.DataMatrix, "010952123454321321ABC\u001d17291399", "AI (17)")]
    [InlineData(SymbolKind.QrCode, "https://id.gs1.org/01/09521234543214/21/ABC", "AI (01): the check digit is 4, but 3 is right")]
    [InlineData(SymbolKind.DataMatrix, "HTTPS://ID.EXAMPLE.TEST/00/123456789012345670", "AI (00): the check digit is 0, but 5 is right")]
    [InlineData(SymbolKind.QrCode, "https://id.gs1.org/414/9521234543214?17=291399", "AI (414)")]
    [InlineData(SymbolKind.QrCode, "[)>{RS}06{GS}8S123456789012345670{RS}{EOT}", "DI 8S: the check digit is 0, but 5 is right")]
    [InlineData(SymbolKind.Code128, "1Z5R89390357567128", "tracking number of UPS")]
    [InlineData(SymbolKind.Code128, "größer", "U+00F6")]
    [InlineData(SymbolKind.Code128, "", "no text")]
    [InlineData(SymbolKind.Code128, "line\nbreak", "U+000A")]
    public void What_is_wrong_is_refused_before_drawing(SymbolKind kind, string text, string why) =>
        Assert.Contains(why, Assert.Throws<SymbolRefusedException>(() => Symbol.Create(kind, text)).Message);

    [Theory]
    [InlineData(SymbolKind.DataMatrix, "00123456789012345675")]
    [InlineData(SymbolKind.DataMatrix, "9521234543214")]
    [InlineData(SymbolKind.DataMatrix, "0012345678")]
    [InlineData(SymbolKind.Code128, "01234567890123456789")]
    [InlineData(SymbolKind.Code128, "5CG1234XYZ")]
    [InlineData(SymbolKind.QrCode, "https://id.gs1.org/01/09521234543213/21/ABC")]
    [InlineData(SymbolKind.QrCode, "https://www.example.test/2026/01/report")]
    [InlineData(SymbolKind.QrCode, "https://www.example.test/articles/01/02/a-title")]
    public void What_only_looks_like_a_number_of_gs1_is_drawn(SymbolKind kind, string text) => Assert.Equal(text, Symbol.Create(kind, text).Text);

    [Fact]
    public void What_is_too_long_is_refused() => Assert.Contains("at most 80", Assert.Throws<SymbolRefusedException>(() => Symbol.Create(SymbolKind.Code128, new string('A', 81))).Message);

    [Fact]
    public void The_svg_can_stand_inside_a_page()
    {
        var svg = SymbolSvg.Draw(Symbol.Create(SymbolKind.QrCode, "x"));
        Assert.StartsWith("<svg", svg);
        Assert.EndsWith("</svg>", svg);
        Assert.Equal(1, svg.Split("<svg").Length - 1);
        Assert.Contains("viewBox=\"0 0 ", svg);
    }

    [Fact]
    public void A_data_matrix_is_square()
    {
        var size = ViewBox().Match(SymbolSvg.Draw(Symbol.Create(SymbolKind.Gs1DataMatrix, "(01)09521234543213(21)ABC")));
        Assert.Equal(size.Groups[1].Value, size.Groups[2].Value);
    }

    [Theory]
    [InlineData(SymbolKind.Code128, "AB>C^D~E_F", "^FO10,20^BY3^BCN,100,N,N,N,N^FH_^FD>:AB>0C><D>=E_5FF^FS")]
    [InlineData(SymbolKind.Code128, "123456", "^FO10,20^BY3^BCN,100,N,N,N,N^FH_^FD>;123456^FS")]
    [InlineData(SymbolKind.Code128, "12345AB", "^FO10,20^BY3^BCN,100,N,N,N,N^FH_^FD>;1234>65AB^FS")]
    [InlineData(SymbolKind.Gs1Code128, "(01)09521234543213(21)ABC", "^FO10,20^BY3^BCN,100,N,N,N,N^FH_^FD>;>8010952123454321321>6ABC^FS")]
    [InlineData(SymbolKind.Gs1DataMatrix, Elements, "^FO10,20^BXN,3,200,,,,|^FH_^FD|1010952123454321321AB_5F12|117290331^FS")]
    [InlineData(SymbolKind.DataMatrix, "A^XZ~JR", "^FO10,20^BXN,3,200^FH_^FDA_5EXZ_7EJR^FS")]
    [InlineData(SymbolKind.QrCode, "HELLO", "^FO10,20^BQN,2,3^FH_^FDMA,HELLO^FS")]
    public void A_label_printer_gets_its_own_words(SymbolKind kind, string text, string field) => Assert.Equal(field, SymbolZpl.Field(Symbol.Create(kind, text), 10, 20));

    private static byte[] Png(string svg)
    {
        var size = ViewBox().Match(svg);
        Assert.True(size.Success, svg[..Math.Min(300, svg.Length)]);
        using var bitmap = new SKBitmap(Number(size.Groups[1]) + 40, Number(size.Groups[2]) + 40);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            canvas.Translate(20, 20);
            using var black = new SKPaint { Color = SKColors.Black };
            foreach (Match match in PathData().Matches(svg))
            {
                using var path = SKPath.ParseSvgPathData(match.Groups[1].Value);
                canvas.DrawPath(path, black);
            }
        }
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static int Number(Group group) => int.Parse(group.Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("""viewBox="0 0 (\d+) (\d+)""")]
    private static partial Regex ViewBox();

    [GeneratedRegex("""<path[^>]*?\bd="([^"]+)""")]
    private static partial Regex PathData();
}
