using CsCheck;
using System.Text.RegularExpressions;
using WaaS.Logistics.Scanning;
using WaaS.Logistics.Scanning.DataIdentifiers;

namespace WaaS.Logistics.Tests.Scanning;

public class When_an_envelope_is_read
{
    [Fact]
    public void Identifiers_in_brackets_are_read_with_a_warning()
    {
        var reading = Reading.Of("(1P)20XWS0AB00 (S)PF2ABCDE(4L)CN");
        Assert.Equal((ScanStandard.Mh10, true), (reading.Standard, reading.IsValid));
        Assert.Equal([new("1P", "20XWS0AB00"), new("S", "PF2ABCDE"), new("4L", "CN")], reading.Elements);
        Assert.Contains("brackets", Assert.Single(reading.Warnings));
        Assert.Contains("DI 4L", Reading.Of("(S)PF2ABCDE(4L)ZZ").Error);
        Assert.Contains("empty", Reading.Of("(S)").Error);
        Assert.Equal(ScanStandard.Gs1, Reading.Of("(01)09521234543213(21)ABC").Standard);
    }

    [Theory]
    [InlineData("[)>\u001e06\u001dS5CG1234XYZ\u001e\u0004", "S=5CG1234XYZ")]
    [InlineData("]d1[)>\u001e06\u001d1P20XW-A\u001dSPF2ABCDE\u001dQ1\u001e\u0004", "1P=20XW-A S=PF2ABCDE Q=1")]
    [InlineData("[)>\u001e06\u001d9N112097776020\u001dS496320471563\u001d1TABC123\u001d16D20290331\u001e\u0004", "9N=112097776020 S=496320471563 1T=ABC123 16D=20290331")]
    [InlineData("[)>\u001e05\u001d010952123454321321ABC\u001e06\u001dSX123\u001e\u0004", "01=09521234543213 21=ABC S=X123")]
    [InlineData("[)>\u001e06\u001d23S001122AABBCC\u001d8S340123451234567895\u001d4LDE\u001d10D2609\u001e\u0004", "23S=001122AABBCC 8S=340123451234567895 4L=DE 10D=2609")]
    public void The_strict_form_is_valid_without_a_warning(string payload, string elements)
    {
        var reading = Reading.Of(payload);
        Assert.True(reading.IsValid, reading.Error);
        Assert.Empty(reading.Warnings);
        Assert.Equal((ScanStandard.Mh10, elements), (reading.Standard, string.Join(' ', reading.Elements.Select(element => $"{element.Id}={element.Value}"))));
    }

    [Theory]
    [InlineData("[)>\u001e06\u001dS5CG1234XYZ", "RS and EOT")]
    [InlineData("[)>\u001e06\u001dS5CG1234XYZ\u001e", "EOT after the last RS")]
    [InlineData("[)>\u001e06\u001dS5CG1234XYZ\u0004", "RS before EOT")]
    [InlineData("[)>06\u001dS5CG1234XYZ\u001e\u0004", "RS) after [)>")]
    [InlineData(">[)>\u001e06\u001dS5CG1234XYZ\u001e\u0004", "stray '>'")]
    [InlineData("[)>\u001e06S5CG1234XYZ\u001e\u0004", "GS) after the format")]
    [InlineData("[)>\u001e06\u001dS5CG1234XYZ\u001d\u001e\u0004", "empty field")]
    [InlineData("[)>{RS}06{GS}S5CG1234XYZ{RS}{EOT}", "GS came as a name in braces")]
    [InlineData("[)><RS>06<GS>S5CG1234XYZ<RS><EOT>", "GS came as a name in angle brackets")]
    [InlineData("[)>␞06␝S5CG1234XYZ␞␄", "GS came as a picture")]
    [InlineData("[)>▲06↔S5CG1234XYZ▲♦", "RS came as a glyph of the IBM PC")]
    [InlineData("[)>^^06^]S5CG1234XYZ^^^D", "GS came as a caret")]
    [InlineData("[)>\\x1e06\\x1dS5CG1234XYZ\\x1e\\x04", "GS came as a programmer's escape")]
    [InlineData("[)>06S5CG1234XYZ", "All control characters")]
    [InlineData("[)>06]S5CG1234XYZ]1PABC-2]Q1", "GS came as ']'")]
    [InlineData("[)>|06|S5CG1234XYZ|1PABC|", "GS came as '|'")]
    [InlineData("[)>^06]S5CG1234XYZ]1PABC", "GS came as ']'")]
    [InlineData("[)>RS06GSS5CG1234XYZGS1PABCRSEOT", "GS came as 'GS'")]
    [InlineData("[)>\u001d06\u001dS5CG1234XYZ\u001e\u0004", "GS stands after [)>")]
    [InlineData("[)>\u001e06\u001eS5CG1234XYZ\u001e1PABC\u001e\u0004", "RS stands where the group separator")]
    [InlineData("S5CG1234XYZ\u001d1PABC", "envelope")]
    [InlineData("06\u001dS5CG1234XYZ\u001d1PABC", "envelope")]
    public void What_labels_leave_out_is_read_with_a_warning_that_names_it(string payload, string warning)
    {
        var reading = Reading.Of(payload);
        Assert.True(reading.IsValid, reading.Error);
        Assert.Equal(ScanStandard.Mh10, reading.Standard);
        Assert.Equal("5CG1234XYZ", reading.Elements.Single(element => element.Id == "S").Value);
        Assert.Contains(reading.Warnings, said => said.Contains(warning));
    }

    [Theory]
    [InlineData("[)>", "No data identifier")]
    [InlineData("[)>\u001e\u0004", "empty")]
    [InlineData("[)>\u001e06\u001e\u0004", "no data")]
    [InlineData("[)>\u001eXX\u001dSA\u001e\u0004", "format of two digits")]
    [InlineData("[)>\u001e99\u001dSA\u001e\u0004", "no format 99")]
    [InlineData("[)>\u001e06\u001ds5CG\u001e\u0004", "data identifier is expected")]
    [InlineData("[)>\u001e06\u001d99XABC\u001e\u0004", "no data identifier 99X")]
    [InlineData("[)>\u001e06\u001dS\u001e\u0004", "value is empty")]
    [InlineData("[)>\u001e06\u001dQABC\u001e\u0004", "only a number")]
    [InlineData("[)>\u001e06\u001d8S340123451234567890\u001e\u0004", "5 is right")]
    [InlineData("[)>\u001e06\u001d16D20261301\u001e\u0004", "no month 13")]
    [InlineData("[)>\u001e06\u001d10D2699\u001e\u0004", "no week 99")]
    [InlineData("[)>\u001e06\u001d4LZZ\u001e\u0004", "ZZ is no country")]
    [InlineData("[)>\u001e06\u001d23S00112233\u001e\u0004", "12 hexadecimal")]
    [InlineData("[)>\u001e05\u001d0109521234543214\u001e\u0004", "3 is right")]
    [InlineData("[)>06S5CG1234XYZ1PABC", "cannot be told")]
    [InlineData("[)>06]S5CG1234XYZ]xABC", "No data identifier")]
    [InlineData("[)>RS06GSS5CG1234XYZGSGS1RSEOT", "No data identifier")]
    public void What_breaks_a_rule_is_invalid(string payload, string error)
    {
        var reading = Reading.Of(payload);
        Assert.Equal((ScanStandard.Mh10, false), (reading.Standard, reading.IsValid));
        Assert.Contains(error, reading.Error);
    }

    [Theory]
    [InlineData("[)>\u001e01\u001d96152382802\u001d840\u001d001\u001d1Z00004951\u001dUPSN\u001d06X610\u001d159\u001d\u001d1/1\u001d\u001dY\u001d\u001d\u001d\u001e\u0004", "1Z06X6100100004951", "UPS")]
    [InlineData("[)>\u001e01\u001d0220112840\u001d840\u001d019\u001d9611020987654312345672\u001dFDEG\u001d\u001e06\u001d10ZGD\u001e\u0004", "9611020987654312345672", "FedEx")]
    [InlineData("[)>\u001e01\u001d0280331\u001d276\u001d019\u001dAB4711\u001dXXXX\u001e\u0004", "AB4711", null)]
    public void A_carriers_format_gives_its_tracking_number(string payload, string number, string? carrier)
    {
        var reading = Reading.Of(payload);
        Assert.True(reading.IsValid, reading.Error);
        Assert.Contains(reading.Candidates, candidate => candidate.Kind == CandidateKind.Tracking && candidate.Value == number && candidate.Maker == carrier);
    }

    [Fact]
    public void The_serial_comes_first_with_maker_and_part()
    {
        var serial = Reading.Of("[)>\u001e06\u001d1P20XWS0AB00\u001dSPF2ABCDE\u001e\u0004").Candidates[0];
        Assert.Equal((CandidateKind.Serial, "PF2ABCDE", "Lenovo", "20XWS0AB00"), (serial.Kind, serial.Value, serial.Maker, serial.Model));
    }

    [Fact]
    public void A_lost_control_character_in_gs1_data_is_put_back_too()
    {
        var reading = Reading.Of("]d2010952123454321321ABC{GS}17290331");
        Assert.Equal(["01", "21", "17"], reading.Elements.Select(element => element.Id));
        Assert.Contains(reading.Warnings, warning => warning.Contains("GS"));
    }

    [Fact]
    public void Fields_come_back_as_they_were_written() => Gen.Select(Gen.Int[0, 3], Gen.Char["ABCXYZ0189-./ "].Array[1, 30]).Array[1, 10].Sample(fields =>
    {
        string[] identifiers = ["S", "1P", "30P", "1T"];
        var written = fields.Select(field => new ScanElement(identifiers[field.Item1], new string(field.Item2))).ToList();
        var reading = Reading.Of($"[)>\u001e06\u001d{string.Join('\u001d', written.Select(element => element.Id + element.Value))}\u001e\u0004");
        return reading.IsValid && reading.Warnings.All(warning => warning.Contains("no serial")) && reading.Elements.SequenceEqual(written);
    });

    [Fact]
    public void Every_public_identifier_is_known()
    {
        var names = Regex.Matches(File.ReadAllText(SharedData.File("mh10.8.2/AnsiMh10.8.2DataIdentifier.resx")), "<data name=\"di(\\d+)\"").Select(match => int.Parse(match.Groups[1].Value)).Where(number => number >= 1000).ToList();
        Assert.Equal(names.Count, DataIdentifier.Count);
        Assert.All(names, number => Assert.NotNull(DataIdentifier.Find($"{(number % 1000 == 0 ? "" : number % 1000)}{(char)('A' + number / 1000 - 1)}")));
    }
}
