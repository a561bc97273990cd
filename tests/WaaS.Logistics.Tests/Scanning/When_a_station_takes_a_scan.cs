using WaaS.Logistics.Scanning;
using WaaS.Logistics.Scanning.Layout;

namespace WaaS.Logistics.Tests.Scanning;

/// <summary>A scanner that types wrongly is believed nothing until the calibration card has shown how; then what it types is repaired.</summary>
public class When_a_station_takes_a_scan
{
    private const string Envelope = "[)>\u001e06\u001d1P20XWS0AB00\u001dSPF2ABCDE\u001e\u0004";
    private static readonly Calibration Clean = Learnt(KeyboardLayout.Us, "\u001d"), German = Learnt(KeyboardLayout.German, "\u001d");

    [Theory]
    [InlineData("5CG1234XYZ")]
    [InlineData("5YZFDP1")]
    [InlineData("]d2010952123454321321PF2ABCDE\u001d17290331")]
    [InlineData("https://id.example.org/01/09520123456788/21/PF2ABCDE")]
    [InlineData("[)>06\u001dSPF2ABCDE")]
    [InlineData("hello <US> world")]
    public void What_shows_no_fault_is_read_as_it_is(string arrived)
    {
        foreach (var station in (Calibration?[])[null, Clean])
            Assert.Equal(new StationScan(arrived, ScannerFault.None, ""), StationScan.Of(arrived + "\r\n", station));
    }

    [Theory]
    [InlineData(KeyboardLayout.German)]
    [InlineData(KeyboardLayout.French)]
    public void A_known_beginning_proves_the_fault(KeyboardLayout layout)
    {
        foreach (var payload in (string[])[Envelope, "]d2010952123454321321PF2ABCDE", "https://id.example.org/8004/1", "WL:device:ABC"])
        {
            var arrived = LayoutRepair.Type(payload, layout);
            Assert.Equal(new StationScan(arrived, ScannerFault.Layout, layout.ToString()), StationScan.Of(arrived, null));
            Assert.Equal(ScannerFault.Changed, StationScan.Of(arrived, Clean).Fault);
        }
    }

    [Theory]
    [InlineData("", "RS, GS, EOT")]
    [InlineData("{GS}", "GS ({GS})")]
    [InlineData("↔", "GS (↔)")]
    [InlineData("^]", "GS (^])")]
    public void Lost_control_characters_prove_the_fault_and_are_named(string gs, string named)
    {
        var arrived = Envelope.Replace("\u001d", gs).Replace("\u001e", "").Replace("\u0004", "");
        Assert.Equal(new StationScan(arrived, ScannerFault.Controls, named), StationScan.Of(arrived, null));
        Assert.Equal(ScannerFault.Changed, StationScan.Of(arrived, Clean).Fault);
    }

    [Theory]
    [InlineData(KeyboardLayout.Us)]
    [InlineData(KeyboardLayout.German)]
    public void A_caps_lock_the_card_has_shown_is_repaired_and_one_that_is_off_again_does_no_harm(KeyboardLayout layout)
    {
        var station = Calibration.Read(Turned(LayoutRepair.Type(Calibration.Text, layout)));
        Assert.Equal((layout, true), (station.Layout, station.IsCaseInverted));
        foreach (var payload in (string[])["5ZYFDP1", Envelope, "1S20XWS0AB00PF2ABCDE", "]d2010952123454321321PF2ABCDE\u001d17290331"])
        {
            Assert.Equal(Meaning(payload), Meaning(StationScan.Of(Turned(LayoutRepair.Type(payload, layout)), station)));
            if (layout == KeyboardLayout.Us || payload == "5ZYFDP1")
                Assert.Equal(Meaning(payload), Meaning(StationScan.Of(LayoutRepair.Type(payload, layout), station)));
        }
        Assert.Equal("5ZYFDP1", StationScan.Of(Turned(LayoutRepair.Type("5ZYFDP1", layout)), station).Text);
    }

    [Theory]
    [InlineData("]d2010952123454321321PF2ABCDE")]
    [InlineData("]C1010952123454321321PF2ABCDE")]
    [InlineData("]Q3010952123454321321PF2ABCDE")]
    [InlineData(Envelope)]
    [InlineData("[)>\u001e06\u001d25SUN123456789PF2ABCDE\u001e\u0004")]
    public void Letters_a_label_itself_proves_to_be_turned_round_are_turned_back_and_said_so(string payload)
    {
        var scan = StationScan.Of(Turned(payload), null);
        Assert.Equal(new StationScan(payload, ScannerFault.None, ""), scan);
        var reading = Reading.Of(Turned(payload));
        Assert.Contains("caps lock", Assert.Single(reading.Warnings));
        Assert.Equal(Reading.Of(payload).Elements, reading.Elements);
    }

    [Theory]
    [InlineData("5czyfdp")]
    [InlineData("]c0pf2abcde")]
    [InlineData("]A0PF2ABCDE")]
    [InlineData("[)>\u001e06\u001d7zz\u001e\u0004")]
    public void Nothing_is_turned_where_nothing_proves_it(string arrived) => Assert.Equal(arrived, StationScan.Of(arrived, null).Text);

    private static string Turned(string text) => string.Concat(text.Select(character => char.IsUpper(character) ? char.ToLowerInvariant(character) : char.ToUpperInvariant(character) is <= 'ÿ' and var capital ? capital : character));

    private static string Meaning(StationScan scan) => scan.Fault == ScannerFault.None ? Meaning(scan.Text) : scan.ToString();

    private static string Meaning(string payload) => Reading.Of(payload) is { IsValid: true } reading ? string.Join(' ', reading.Candidates.Select(candidate => $"{candidate.Kind} {candidate.Value} {candidate.Model}")) : "";

    [Fact]
    public void A_calibrated_station_repairs_what_proves_nothing()
    {
        Assert.Equal(new StationScan("5ZYFDP1", ScannerFault.None, ""), StationScan.Of("5YZFDP1", German));
        Assert.Equal(new StationScan(Envelope, ScannerFault.None, ""), StationScan.Of(LayoutRepair.Type(Envelope, KeyboardLayout.German), German));
        var card = OwnCode.Create(OwnCodeKind.Command, "UNDO").ToString();
        Assert.Equal(card, StationScan.Of(LayoutRepair.Type(card, KeyboardLayout.German), German).Text);
    }

    [Theory]
    [InlineData("{GS}")]
    [InlineData("␝")]
    public void A_separator_the_card_has_shown_is_put_back(string spelled)
    {
        var station = Learnt(KeyboardLayout.Us, spelled);
        Assert.True(station.CanRestoreSeparator);
        Assert.Equal("[)>\u001e06\u001dSPF2ABCDE", StationScan.Of($"[)>\u001e06{spelled}SPF2ABCDE", station).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("-")]
    public void Where_the_card_has_shown_a_loss_only_labels_that_need_it_are_refused(string arrives)
    {
        var station = Learnt(KeyboardLayout.Us, arrives);
        Assert.True(station.LosesSeparator);
        Assert.Equal(ScannerFault.KnownLoss, StationScan.Of("[)>06SPF2ABCDE", station).Fault);
        Assert.Equal(new StationScan("PF2-ABCDE", ScannerFault.None, ""), StationScan.Of("PF2-ABCDE", station));
    }

    [Theory]
    [InlineData("https://id.example.org/8004/1")]
    [InlineData("[)>\u001e06\u001dSPF2ABCDE\u001e\u0004")]
    [InlineData("]C1010952123454321321S1")]
    [InlineData("^0/")]
    public void A_scan_that_does_not_fit_the_calibration_is_not_repaired(string arrived) => Assert.Equal(new StationScan(arrived, ScannerFault.Changed, "German"), StationScan.Of(arrived, German));

    [Fact]
    public void A_code_of_ours_holds_by_its_check_character_at_any_station()
    {
        var code = OwnCode.Create(OwnCodeKind.Place, "SEC1").ToString();
        foreach (var station in (Calibration?[])[null, Clean, German])
            Assert.Equal(new StationScan(code, ScannerFault.None, ""), StationScan.Of(code, station));
    }

    [Theory]
    [InlineData(KeyboardLayout.Us)]
    [InlineData(KeyboardLayout.German)]
    [InlineData(KeyboardLayout.French)]
    public void The_card_is_known_for_what_it_is(KeyboardLayout layout)
    {
        Assert.True(Calibration.IsClaimedBy(LayoutRepair.Type(Calibration.Text, layout) + "\r\n"));
        Assert.True(Calibration.IsClaimedBy(Calibration.Text.Replace("[x]", "¿x¡").ToLowerInvariant()));
        Assert.Null(Calibration.Read(Calibration.Text.Replace("[x]", "¿x¡")).Layout);
    }

    [Theory]
    [InlineData("5CG1234XYZ")]
    [InlineData("WL:command:UNDO7")]
    [InlineData("[)>\u001e06\u001d1PCALENDAR\u001dSPF2ABCDE\u001dQ1\u001d4LDE\u001d1TABCDEFEND")]
    public void Nothing_else_is_taken_for_the_card(string arrived) => Assert.False(Calibration.IsClaimedBy(arrived) && Calibration.Read(arrived).Layout is not null);

    private static Calibration Learnt(KeyboardLayout layout, string separator) => Calibration.Read(LayoutRepair.Type(Calibration.Text, layout).Replace("\u001d", separator));
}
