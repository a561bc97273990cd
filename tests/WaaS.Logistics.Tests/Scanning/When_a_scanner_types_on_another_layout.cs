using CsCheck;
using WaaS.Logistics.Scanning;
using WaaS.Logistics.Scanning.Layout;

namespace WaaS.Logistics.Tests.Scanning;

public class When_a_scanner_types_on_another_layout
{
    private const string Printable = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]_abcdefghijklmnopqrstuvwxyz{|}";
    private static readonly Gen<KeyboardLayout> Foreign = Gen.Enum<KeyboardLayout>().Where(layout => layout != KeyboardLayout.Us);

    // Reported and meant, as a US scanner on a German computer was seen to give them.
    [Theory]
    [InlineData("Z", "Y")]
    [InlineData("Y", "Z")]
    [InlineData("ß", "-")]
    [InlineData("-", "/")]
    [InlineData("Ö", ":")]
    [InlineData("ö", ";")]
    [InlineData("?", "_")]
    [InlineData("_", "?")]
    [InlineData("ü", "[")]
    [InlineData("+", "]")]
    [InlineData("=", ")")]
    [InlineData(":", ">")]
    [InlineData("\"", "@")]
    [InlineData("§", "#")]
    [InlineData("&", "^")]
    [InlineData("5YZFDP1", "5ZYFDP1")]
    [InlineData("ü=:", "[)>")]
    [InlineData("httpsÖ--", "https://")]
    public void The_german_way_back_is_known(string reported, string meant) => Assert.Equal(meant, LayoutRepair.Repair(reported, KeyboardLayout.German));

    [Theory]
    [InlineData("(RFDPà&", "5RFDP01")]
    [InlineData("^0/", "[)>")]
    [InlineData("$dé", "]d2")]
    [InlineData("ZLM", "WL:")]
    [InlineData("A", "Q")]
    public void The_french_way_back_is_known(string reported, string meant) => Assert.Equal(meant, LayoutRepair.Repair(reported, KeyboardLayout.French));

    [Fact]
    public void Whatever_was_typed_comes_back() => Gen.Select(Foreign, Gen.Char[Printable].Array[0, 40].Select(characters => new string(characters))).Where(sample => !HasDeadKeyBeforeBlank(sample.Item1, sample.Item2)).Sample((layout, text) =>
        LayoutRepair.Repair(LayoutRepair.Type(text, layout), layout) == text);

    [Theory]
    [InlineData("]d2010952123454321321ABC", ScanStandard.Gs1)]
    [InlineData("]C10109521234543213", ScanStandard.Gs1)]
    [InlineData("]Q3010952123454321310YZ", ScanStandard.Gs1)]
    [InlineData("]d15CG1234XYZ", ScanStandard.Vendor)]
    [InlineData("[)>\u001e06\u001dS5CG1234XYZ\u001d1PQWAZ\u001e\u0004", ScanStandard.Mh10)]
    [InlineData("https://id.example.org/01/09520123456788/21/AZ-1", ScanStandard.DigitalLink)]
    [InlineData("HTTPS://ID.EXAMPLE.ORG/8004/9520ZY", ScanStandard.DigitalLink)]
    public void A_header_proves_the_layout_and_the_scan_is_repaired(string payload, ScanStandard standard)
    {
        var expected = Reading.Of(payload);
        foreach (var layout in (KeyboardLayout[])[KeyboardLayout.German, KeyboardLayout.French])
        {
            var reading = Reading.Of(LayoutRepair.Type(payload, layout));
            Assert.Equal((layout, standard), (reading.RepairedLayout, reading.Standard));
            Assert.True(reading.IsValid, reading.Error);
            Assert.Equal(expected.Elements, reading.Elements);
            Assert.Equal(expected.Candidates.Select(candidate => candidate.Value), reading.Candidates.Select(candidate => candidate.Value));
            Assert.Contains(reading.Warnings, warning => warning.Contains(layout.ToString()));
        }
    }

    [Fact]
    public void A_code_of_our_own_is_repaired_too() => Foreign.Sample(layout =>
    {
        var code = OwnCode.Create(OwnCodeKind.Device, "YZ12AQ").ToString();
        return Reading.Of(LayoutRepair.Type(code, layout)) is { Standard: ScanStandard.Own, IsValid: true } reading && reading.Candidates[0].Value == code;
    });

    [Theory]
    [InlineData("5CG1234XYZ")]
    [InlineData("+H123ABC01234567890D")]
    [InlineData("$5,00")]
    [InlineData("Büro Köln 3")]
    [InlineData("café")]
    [InlineData("010952123454321321ABC")]
    [InlineData("1Z5R89390357567127")]
    [InlineData("https://example.com/ä")]
    public void What_proves_nothing_is_left_as_it_is(string payload) => Assert.Equal(payload == "café" ? KeyboardLayout.French : KeyboardLayout.Us, Reading.Of(payload).RepairedLayout);

    [Fact]
    public void A_calibrated_station_repairs_what_proves_nothing()
    {
        Assert.Equal("5ZYFDP1", Reading.Of("5YZFDP1", KeyboardLayout.German).Candidates[0].Value);
        Assert.Equal("5RFDP01", Reading.Of("(RFDPà&", KeyboardLayout.French).Candidates[0].Value);
        Assert.Equal("5CG1234XYZ", Reading.Of("[)>\u001e06\u001dS5CG1234XYZ\u001e\u0004", KeyboardLayout.German).Candidates[0].Value);
    }

    [Theory]
    [InlineData(KeyboardLayout.Us, "\u001d", true)]
    [InlineData(KeyboardLayout.Us, "", false)]
    [InlineData(KeyboardLayout.Us, "{GS}", false)]
    [InlineData(KeyboardLayout.German, "\u001d", false)]
    [InlineData(KeyboardLayout.German, "", false)]
    [InlineData(KeyboardLayout.French, "\u001d", false)]
    [InlineData(KeyboardLayout.French, "", false)]
    public void The_calibration_card_tells_the_fault(KeyboardLayout layout, string separator, bool isClean)
    {
        var arrived = LayoutRepair.Type(Calibration.Text, layout).Replace("\u001d", separator);
        var calibration = Calibration.Read(arrived + "\r\n");
        Assert.Equal((layout, false, separator, isClean), (calibration.Layout, calibration.IsCaseInverted, calibration.Separator, calibration.IsClean));
        Assert.NotEmpty(calibration.Sentence);
    }

    [Fact]
    public void Caps_lock_is_told_too()
    {
        var inverted = string.Concat(Calibration.Text.Select(character => char.IsUpper(character) ? char.ToLowerInvariant(character) : char.ToUpperInvariant(character)));
        var calibration = Calibration.Read(inverted);
        Assert.Equal((KeyboardLayout.Us, true, false), (calibration.Layout, calibration.IsCaseInverted, calibration.IsClean));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5CG1234XYZ")]
    [InlineData("WL-CAL:YyZz")]
    public void Anything_else_is_no_calibration(string text) => Assert.Null(Calibration.Read(text).Layout);

    // A dead key before a blank writes the key alone on every system: the blank is lost before anybody can look.
    private static bool HasDeadKeyBeforeBlank(KeyboardLayout layout, string text) =>
        text.Where((character, at) => (layout == KeyboardLayout.German ? "`=+" : "[{").Contains(character) && at + 1 < text.Length && (text[at + 1] == ' ' || (layout == KeyboardLayout.German ? "`=+" : "[{").Contains(text[at + 1]))).Any();
}
