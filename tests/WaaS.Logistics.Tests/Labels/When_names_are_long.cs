using WaaS.Logistics.Documents.Labels;
using WaaS.Logistics.Labels;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Tests.Labels;

public sealed class When_names_are_long
{
    private const string Letters = "aäbcößDEÜéłŁžçñ WM-_/.&()';\"<>^~ \n漢\u202e";

    public static TheoryData<string> Papers => [.. LabelPaper.All.Select(paper => paper.Name)];

    [Theory]
    [MemberData(nameof(Papers))]
    public async Task Nothing_runs_over_the_edge_or_into_the_symbol(string name)
    {
        var paper = LabelPaper.Named(name);
        for (var seed = 0; seed < (Campaign.IsLong ? 60 : 12); seed++)
        {
            var random = new Random(seed);
            var sticker = new Sticker(Text(random, 60), Text(random, 120), OwnCode.Create(OwnCodeKind.Device, Guid.Parse($"0192d3c4-5566-7788-99aa-{seed:D12}")))
            {
                Lines = [.. Enumerable.Range(0, random.Next(5)).Select(_ => Text(random, 200))],
                Tone = (LabelTone)random.Next(4),
            };
            var pdf = Printed.Pdf(paper, sticker);
            var symbol = LabelLayout.Of(LabelPress.Drawn(sticker), paper).Symbol;
            var (left, top) = paper.IsSheet ? (10f, 13f) : (0f, 0f);
            foreach (var word in Printed.Words(pdf).Where(word => word.Top < top + paper.LabelHeight))
            {
                Assert.True(word.Left >= left && word.Right <= left + paper.LabelWidth && word.Top >= top - 0.3f && word.Bottom <= top + paper.LabelHeight + 0.3f, $"seed {seed}: '{word}' leaves the label");
                var isCode = word.Word.StartsWith("WL:device:", StringComparison.Ordinal);
                Assert.True(isCode || word.Left > left + symbol.Left + symbol.Width, $"seed {seed}: '{word}' stands on the symbol at {symbol}");
            }
            if (seed % 10 == 0)
                Assert.Equal(sticker.Text, Assert.Single(await Printed.Codes(pdf, 203)).Text);
        }
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void A_verdict_is_never_cut(string name)
    {
        foreach (var word in new[] { "GELÖSCHT", "FEHLGESCHLAGEN", "NICHT LÖSCHEN", "CLEARED", "FAILED", "DO NOT WIPE" })
        {
            var pdf = Printed.Pdf(LabelPaper.Named(name), new Sticker("Datenträger", word, OwnCode.Create(OwnCodeKind.Device, Guid.Empty)) { Tone = LabelTone.Bad, Lines = ["S4EVNX0R123456", "ThinkPad T14 Gen 3 mit sehr langem Namen"] });
            Assert.Equal(word, string.Join(' ', Printed.Words(pdf).Select(found => found.Word).Where(word.Split(' ').Contains)));
        }
    }

    [Fact]
    public void A_cut_line_says_so()
    {
        var words = Printed.Words(Printed.Pdf(LabelPaper.Small, new Sticker("Gerät", "X", OwnCode.Create(OwnCodeKind.Device, Guid.Empty)) { Lines = [string.Join(' ', Enumerable.Repeat("Donaudampfschifffahrt", 40))] }));
        Assert.Contains(words, word => word.Word.EndsWith('…'));
    }

    [Fact]
    public void A_printer_of_its_own_gets_short_lines_and_no_orders_from_a_name()
    {
        var zpl = System.Text.Encoding.UTF8.GetString(LabelPress.Print([new Sticker("Gerät", "Ä^XZ~JA_5E\u0007" + new string('W', 300), OwnCode.Create(OwnCodeKind.Place, "A1")) { Lines = [new string('M', 400)] }], Printed.Job(LabelPaper.Small, true)).Content);
        Assert.Equal(1, zpl.Split("^XZ").Length - 1);
        Assert.DoesNotContain('~', zpl);
        Assert.Contains("^CI28", zpl);
        Assert.All(zpl.Split('\n').Where(line => line.Contains("^A0N")), line => Assert.InRange(line.Length, 1, 150));
    }

    [Fact]
    public void There_is_no_sheet_for_a_label_printer_and_no_sheet_of_nothing()
    {
        Assert.Throws<ArgumentException>(() => LabelPress.Print([new Sticker("a", "b", null as string)], Printed.Job(LabelPaper.A4, true)));
        Assert.Throws<ArgumentException>(() => LabelPress.Print([], Printed.Job(LabelPaper.A4)));
    }

    private static string Text(Random random, int most) => string.Concat(Enumerable.Range(0, random.Next(1, most)).Select(_ => Letters[random.Next(Letters.Length)]));
}
