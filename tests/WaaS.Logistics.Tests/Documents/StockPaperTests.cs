using WaaS.Logistics.Documents.PackingSlip;
using WaaS.Logistics.Documents.Pdf;
using WaaS.Logistics.Documents.PickList;

namespace WaaS.Logistics.Tests.Documents;

public class When_a_pick_list_is_printed
{
    private static readonly PickListPdfInput Input = new()
    {
        Number = "PL-2026-0042",
        CreatedAt = PdfSamples.Moment,
        Issuer = "Rückläufer Süd GmbH & Co. KG",
        Customer = "Schule am Mühlbach",
        Order = "AU-7781",
        Wave = "Welle 3",
        Picker = "b.aydın",
        Note = "Ladegeräte beilegen",
        Lines =
        [
            new() { Bin = "A-10-1", Unit = "U-1003", Article = "ThinkPad T14 Gen 3, 16 GB, 512 GB", Serial = "PF3X9K2M", Grade = "A" },
            new() { Bin = "B-01-1", Unit = "U-1004", Article = "EliteBook 840 G8" },
            new() { Bin = "A-2-11", Unit = "U-1002", Article = "Latitude 5430", Serial = "7XK2LM3", Grade = "B" },
            new() { Bin = "A-2-3", Unit = "U-1001", Article = "Latitude 5430", Serial = "7XK2LM2", Grade = "B" },
        ],
    };

    [Fact]
    public void The_lines_follow_the_bins_and_each_has_a_box_to_tick()
    {
        var page = PopplerTool.Text(PickListPdf.Render(Input, DocumentLanguage.German));
        var bins = new[] { "A-2-3", "A-2-11", "A-10-1", "B-01-1" }.Select(bin => page.IndexOf(bin, StringComparison.Ordinal)).ToList();

        Assert.Equal(bins.Order(), bins);
        Assert.DoesNotContain(-1, bins);
        Assert.Contains("Summe: 4 Lagereinheiten aus 4 Lagerplätzen", page);
        Assert.Equal(2, page.Split("nicht erfasst").Length - 1);
        Assert.All(["PL-2026-0042", "Schule am Mühlbach", "AU-7781", "Welle 3", "b.aydın", "Ladegeräte beilegen", "PF3X9K2M", "U-1003"],
            text => Assert.Contains(text, page));
    }

    [Fact]
    public void A_long_list_runs_over_pages_that_each_name_the_columns_and_their_number()
    {
        var input = Input with
        {
            Lines = [.. Enumerable.Range(1, 237).Select(i => new PickLine { Bin = $"C-{i}", Unit = $"U-{i:D5}", Article = $"Gerät {i}", Serial = $"S{i:D7}" })],
        };
        var pages = PopplerTool.Text(PickListPdf.Render(input, DocumentLanguage.German)).Split('\f', StringSplitOptions.RemoveEmptyEntries);

        Assert.True(pages.Length > 4);
        for (var i = 0; i < pages.Length; i++)
        {
            Assert.Contains($"Seite {i + 1} von {pages.Length}", pages[i]);
            if (pages[i].Contains("U-0"))
                Assert.Contains("Lagerplatz", pages[i]);
        }
        Assert.All(input.Lines, line => Assert.Single(pages, page => page.Contains(line.Unit) && page.Contains(line.Serial!)));
        Assert.Contains("Summe: 237 Lagereinheiten", pages[^1]);
    }

    [Fact]
    public void A_list_of_nothing_or_with_a_unit_twice_is_refused()
    {
        Assert.Throws<ArgumentException>(() => PickListPdf.Render(Input with { Lines = [] }, DocumentLanguage.English));
        var twice = Assert.Throws<ArgumentException>(
            () => PickListPdf.Render(Input with { Lines = [Input.Lines[0], Input.Lines[0] with { Bin = "Z-1" }] }, DocumentLanguage.English));
        Assert.Contains("U-1003", twice.Message);
    }
}

public class When_a_packing_slip_is_printed
{
    private static readonly PackingSlipPdfInput Input = new()
    {
        Number = "PS-2026-0042",
        CreatedAt = PdfSamples.Moment,
        Sender = "Rückläufer Süd GmbH & Co. KG",
        SenderAddress = "Löwengrube 12\n80333 München",
        Recipient = "Schule am Mühlbach\nFrau Groß\nBachstraße 5\n70173 Stuttgart",
        Order = "AU-7781",
        Reference = "Az. 12/ä",
        Shipment = "00340434161094042557",
        Service = "Paketdienst",
        WeightGrams = 12_345,
        Lines =
        [
            new() { Article = "ThinkPad T14 Gen 3", Serial = "PF3X9K2M", Parcel = "1" },
            new() { Article = "Netzteil 65 W USB-C", Parcel = "1", Quantity = 1200 },
            new() { Article = "EliteBook 840 G8", Serial = "5CG1234XYZ", Parcel = "2" },
        ],
    };

    [Fact]
    public void It_names_recipient_positions_and_totals()
    {
        var page = PopplerTool.Text(PackingSlipPdf.Render(Input, DocumentLanguage.German));

        Assert.All(["Packliste", "Frau Groß", "Bachstraße 5", "80333 München", "Az. 12/ä", "00340434161094042557", "12,345 kg", "5CG1234XYZ", "1.200",
            "Summe: 1.202 Stück in 2 Packstücken"], text => Assert.Contains(text, page));
        Assert.Contains("Total: 1,202 pieces in 2 parcels", PopplerTool.Text(PackingSlipPdf.Render(Input, DocumentLanguage.English)));
    }

    [Fact]
    public void A_quantity_below_one_and_an_empty_shipment_are_refused()
    {
        Assert.Throws<ArgumentException>(() => PackingSlipPdf.Render(Input with { Lines = [] }, DocumentLanguage.English));
        Assert.Contains("Quantity", Assert.Throws<ArgumentException>(
            () => PackingSlipPdf.Render(Input with { Lines = [Input.Lines[0] with { Quantity = 0 }] }, DocumentLanguage.English)).Message);
    }

    [Fact]
    public void Long_names_and_an_endless_word_stay_on_the_page()
    {
        var word = new string('W', 400);
        var input = Input with { Lines = [new() { Article = $"{word} mit {string.Join(' ', Enumerable.Repeat("Donaudampfschifffahrt", 30))}", Parcel = "1" }] };
        var page = PopplerTool.JoinedText(PackingSlipPdf.Render(input, DocumentLanguage.German));

        Assert.Equal(400, page.Count(c => c == 'W'));
        Assert.Equal(30, page.Split("Donaudampfschifffahrt").Length - 1);
    }
}
