using SkiaSharp;
using WaaS.Logistics.Pictures;

namespace WaaS.Logistics.Tests.Pictures;

public sealed class When_a_picture_is_read
{
    private const string Serial = "5CG1234XYZ";
    private static readonly PictureReader Reader = new();

    [Theory]
    [InlineData(Zint.Code128, Serial, Serial, "Code128", "]C0")]
    [InlineData(Zint.Gs1Code128, "[01]09521234543213[21]ABC", "010952123454321321ABC", "Code128", "]C1")]
    [InlineData(Zint.Code39, Serial, Serial, "Code39", "]A0")]
    [InlineData(Zint.Itf14, "0952123454321", "09521234543213", "ITF", "]I1")]
    [InlineData(Zint.Ean13, "952123454321", "9521234543213", "EAN13", "]E0")]
    [InlineData(Zint.DataMatrix, Serial, Serial, "DataMatrix", "]d1")]
    [InlineData(Zint.DataMatrix, "[01]09521234543213[21]ABC[17]290331", "010952123454321321ABC\u001d17290331", "DataMatrix", "]d2")]
    [InlineData(Zint.QrCode, Serial, Serial, "QRCode", "]Q1")]
    [InlineData(Zint.QrCode, "[01]09521234543213[21]ABC", "010952123454321321ABC", "QRCode", "]Q3")]
    [InlineData(Zint.Pdf417, Serial, Serial, "PDF417", "]L2")]
    [InlineData(Zint.Aztec, Serial, Serial, "Aztec", "]z0")]
    public async Task Each_symbology_is_read_with_its_identifier_and_bytes(int symbology, string data, string text, string format, string identifier)
    {
        var code = await TheOnly(Zint.Draw(symbology, data));
        Assert.Equal((text, format, identifier), (code.Text, code.Format, code.SymbologyIdentifier));
        Assert.Equal(text, System.Text.Encoding.Latin1.GetString(code.Bytes.Span));
    }

    [Theory]
    [InlineData(Zint.Code39, "MLHA2D/A", "MLHA2D/A", "]A0")]
    [InlineData(Zint.Code39, "AB+C/D%E", "AB+C/D%E", "]A0")]
    [InlineData(Zint.Code39, "48VZ9Q", "48VZ9Q", "]A0")]
    [InlineData(Zint.FullAsciiCode39, "abc-Z/1", "abc-Z/1", "]A4")]
    public async Task Code_39_is_taken_as_it_is_printed(int symbology, string data, string text, string identifier)
    {
        var code = await TheOnly(Zint.Draw(symbology, data));
        Assert.Equal((text, "Code39", identifier), (code.Text, code.Format, code.SymbologyIdentifier));
        Assert.Equal(text, System.Text.Encoding.Latin1.GetString(code.Bytes.Span));
    }

    [Theory]
    [InlineData(Zint.Codabar, "A12345678B", "A12345678B", "]F0")]
    [InlineData(Zint.DataBarExpanded, "[01]09521234543213[21]ABC", "010952123454321321ABC", "]e0")]
    [InlineData(Zint.MicroPdf417, Serial, Serial, "]L2")]
    [InlineData(Zint.MicroQr, "ABC123", "ABC123", "]Q1")]
    public async Task A_rare_code_is_seen_beside_a_common_one(int symbology, string data, string text, string identifier)
    {
        var answer = await Reader.Read(Photo.Together(Zint.Draw(Zint.Code128, "5RFDP01"), Zint.Draw(symbology, data)));
        Assert.Equal([text, "5RFDP01"], answer.Codes.OrderBy(code => code.Text == "5RFDP01").Select(code => code.Text));
        Assert.Contains(answer.Codes, code => code.SymbologyIdentifier == identifier);
    }

    [Theory]
    [InlineData(Zint.Pdf417, "inverted")]
    [InlineData(Zint.Pdf417, "turned 17")]
    [InlineData(Zint.Pdf417, "turned 45")]
    [InlineData(Zint.Codabar, "inverted")]
    [InlineData(Zint.DataMatrix, "faint")]
    [InlineData(Zint.Aztec, "faint")]
    [InlineData(Zint.Code128, "in a shadow")]
    [InlineData(Zint.Code39, "in a shadow")]
    [InlineData(Zint.DataMatrix, "white on nothing")]
    [InlineData(Zint.Itf14, "turned 20")]
    public async Task A_symbol_in_worse_trouble_is_read(int symbology, string trouble)
    {
        var data = symbology switch { Zint.Codabar => "A12345678B", Zint.Itf14 => "0952123454321", _ => Serial };
        var drawn = Zint.Draw(symbology, data);
        var picture = trouble switch
        {
            "inverted" => Photo.Inverted(drawn),
            "faint" => Photo.Toned(drawn, (grey, _) => 122 + grey / 17),
            "in a shadow" => Photo.Toned(drawn, (grey, across) => (int)(grey * (0.15 + 0.85 * across))),
            "white on nothing" => Photo.WhiteOnNothing(drawn),
            _ => Photo.Turned(drawn, int.Parse(trouble.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)),
        };
        Assert.StartsWith(data, (await TheOnly(picture)).Text);
    }

    [Fact]
    public async Task A_part_of_a_code_is_no_code()
    {
        foreach (var digits in (string[])["0952123454321", "1234567890123"])
            for (var degrees = 0; degrees < 180; degrees += Campaign.IsLong ? 11 : 33)
                Assert.All((await Reader.Read(Photo.Turned(Zint.Draw(Zint.Itf14, digits, 2), degrees))).Codes, code => Assert.StartsWith(digits, code.Text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(180)]
    public async Task The_rows_of_a_stacked_symbol_are_no_codes(int degrees)
    {
        var label = Photo.Together(Zint.Draw(Zint.CodablockF, "5CG1234XYZ5CG1234XYZ5CG1234XYZ", 2), Zint.Draw(Zint.Code128, Serial, 2), Zint.Draw(Zint.Code128, "5CG9999XYZ", 2));
        Assert.Equal([Serial, "5CG9999XYZ"], (await Reader.Read(Photo.Turned(label, degrees))).Codes.Select(code => code.Text).Order());
    }

    [Fact]
    public async Task A_white_code_is_seen_beside_a_black_one()
    {
        var answer = await Reader.Read(Photo.Together(Zint.Draw(Zint.Code128, "BLACK1"), Photo.Inverted(Zint.Draw(Zint.Code128, "WHITE2"))));
        Assert.Equal(["BLACK1", "WHITE2"], answer.Codes.Select(code => code.Text).Order());
    }

    [Fact]
    public async Task Every_picture_of_an_animation_is_looked_at()
    {
        var answer = await Reader.Read(Photo.Animated(Zint.Draw(Zint.DataMatrix, "FIRST1"), Zint.Draw(Zint.DataMatrix, "SECOND2"), Zint.Draw(Zint.DataMatrix, "FIRST1")));
        Assert.Null(answer.Error);
        Assert.Equal(["FIRST1", "SECOND2"], answer.Codes.Select(code => code.Text));
    }

    public static TheoryData<int, string> Troubles => new(
        from symbology in (int[])[Zint.Code128, Zint.Gs1Code128, Zint.DataMatrix, Zint.QrCode]
        from trouble in (string[])["turned 10", "turned 90", "turned 180", "turned 33", "turned 57", "blurred", "inverted", "jpeg", "webp", "fine"]
        select (symbology, trouble));

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_troubled_symbol_is_read(int symbology, string trouble)
    {
        var drawn = Zint.Draw(symbology, symbology == Zint.Gs1Code128 ? "[21]" + Serial : Serial, trouble == "fine" ? 1 : 3);
        var picture = trouble switch
        {
            "blurred" => Photo.Blurred(drawn, 2),
            "inverted" => Photo.Inverted(drawn),
            "jpeg" => Photo.As(drawn, SKEncodedImageFormat.Jpeg, 30),
            "webp" => Photo.As(drawn, SKEncodedImageFormat.Webp, 40),
            "fine" => drawn,
            _ => Photo.Turned(drawn, int.Parse(trouble.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)),
        };
        Assert.EndsWith(Serial, (await TheOnly(picture)).Text);
    }

    [Fact]
    public async Task Every_code_of_a_label_is_told_once_and_two_equal_ones_twice()
    {
        var label = Photo.Together(Zint.Draw(Zint.Code128, "S4EVNX0M801234"), Zint.Draw(Zint.Code128, "5002538E40A1B2C3"), Zint.Draw(Zint.DataMatrix, "PSID"), Zint.Draw(Zint.QrCode, "MODEL"), Zint.Draw(Zint.DataMatrix, "PSID"));
        var answer = await Reader.Read(label);
        Assert.Null(answer.Error);
        Assert.Equal(["5002538E40A1B2C3", "MODEL", "PSID", "PSID", "S4EVNX0M801234"], answer.Codes.Select(code => code.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_position_is_that_in_the_picture_as_it_is_looked_at()
    {
        var upright = Photo.Together(Zint.Draw(Zint.Code128, Serial), Zint.Draw(Zint.QrCode, "below"));
        var (straight, lying) = (await Reader.Read(upright), await Reader.Read(Photo.HeldUpright(upright)));
        Assert.Equal(2, straight.Codes.Count);
        foreach (var code in straight.Codes)
        {
            var same = Assert.Single(lying.Codes, other => other.Text == code.Text);
            Assert.InRange(same.Position.TopLeft.X, code.Position.TopLeft.X - 4, code.Position.TopLeft.X + 4);
            Assert.InRange(same.Position.TopLeft.Y, code.Position.TopLeft.Y - 4, code.Position.TopLeft.Y + 4);
        }
    }

    [Theory]
    [InlineData(Zint.Code128, Serial)]
    [InlineData(Zint.Code39, Serial)]
    [InlineData(Zint.Ean13, "952123454321")]
    [InlineData(Zint.QrCode, Serial)]
    [InlineData(Zint.DataMatrix, Serial)]
    public async Task The_corners_turn_with_the_code(int symbology, string data)
    {
        var drawn = Zint.Draw(symbology, data);
        var (level, middle) = (await TheOnly(Photo.Turned(drawn, 0)), SideOf(drawn) / 2.0);
        foreach (var degrees in (int[])[10, 20, 45, 90, 180, 190, 270, 325])
        {
            var turned = await TheOnly(Photo.Turned(drawn, degrees));
            var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
            foreach (var (from, to) in Four(level.Position).Zip(Four(turned.Position)))
            {
                var (x, y) = (from.X - middle, from.Y - middle);
                Assert.InRange(Math.Sqrt(Math.Pow(middle + x * cos - y * sin - to.X, 2) + Math.Pow(middle + x * sin + y * cos - to.Y, 2)), 0, 12);
            }
        }

        static Point[] Four(Corners corners) => [corners.TopLeft, corners.TopRight, corners.BottomRight, corners.BottomLeft];
    }

    [Fact]
    public async Task A_code_that_the_edge_of_the_picture_cuts_is_no_shorter_code()
    {
        var drawn = Zint.Draw(Zint.Itf, "12345678906662345678906660", 2);
        for (var keep = 0.3; keep < 0.98; keep += Campaign.IsLong ? 0.01 : 0.04)
            Assert.Empty((await Reader.Read(Photo.CutOff(drawn, keep))).Codes);
    }

    [Fact]
    public async Task A_picture_without_a_code_is_no_error()
    {
        using var blank = new SKBitmap(600, 400);
        blank.Erase(SKColors.White);
        using var png = blank.Encode(SKEncodedImageFormat.Png, 100);
        var answer = await Reader.Read(png.ToArray());
        Assert.Null(answer.Error);
        Assert.Empty(answer.Codes);
    }

    [Fact]
    public async Task Many_threads_get_each_their_own_answer()
    {
        var pictures = Enumerable.Range(0, 6).Select(i => (Text: $"THREAD-{i}", Png: Zint.Draw(i % 2 == 0 ? Zint.Code128 : Zint.QrCode, $"THREAD-{i}"))).ToList();
        await Parallel.ForEachAsync(Enumerable.Range(0, 60), new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (i, _) =>
        {
            var (text, png) = pictures[i % pictures.Count];
            Assert.Equal(text, (await TheOnly(png)).Text);
        });
    }

    private static int SideOf(byte[] drawn)
    {
        using var turned = SKBitmap.Decode(Photo.Turned(drawn, 0));
        return turned.Width;
    }

    private static async Task<FoundCode> TheOnly(byte[] picture)
    {
        var answer = await Reader.Read(picture);
        Assert.Null(answer.Error);
        return Assert.Single(answer.Codes);
    }
}
