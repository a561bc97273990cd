using CsCheck;
using WaaS.Logistics.Scanning;
using WaaS.Logistics.Scanning.Gs1;

namespace WaaS.Logistics.Tests.Scanning;

public class When_gs1_data_are_read
{
    private const string Gtin = "09521234543213";

    [Fact]
    public void An_imei_whose_check_digit_does_not_fit_is_warned_of()
    {
        Assert.Contains("Luhn", Assert.Single(Reading.Of("]d2010952123454321321AB\u001d8040490154203237519").Warnings));
        Assert.Empty(Reading.Of("]d2010952123454321321AB\u001d8040490154203237518").Warnings);
        Assert.Contains("Luhn", Assert.Single(Reading.Of("[)>\u001e06\u001d22S490154203237519\u001e\u0004").Warnings));
    }

    [Theory]
    [InlineData("]d2010952123454321321ABC\u001d17290331", "01=09521234543213 21=ABC 17=290331")]
    [InlineData("]C10109521234543213", "01=09521234543213")]
    [InlineData("]C10109521234543213\u001d", "01=09521234543213")]
    [InlineData("]Q3010952123454321310LOT\u001d99X", "01=09521234543213 10=LOT 99=X")]
    [InlineData("]e00109521234543213\u001d99X", "01=09521234543213 99=X")]
    [InlineData("]J100340123451234567895", "00=340123451234567895")]
    [InlineData("(01)09521234543213(21)A/B", "01=09521234543213 21=A/B")]
    [InlineData("(01)09521234543213(10)A\\(B)", "01=09521234543213 10=A(B)")]
    [InlineData("010952123454321321ABC", "01=09521234543213 21=ABC")]
    [InlineData("00340123451234567895", "00=340123451234567895")]
    [InlineData("]E04006381333931", "01=04006381333931")]
    [InlineData("]E496385074", "01=00000096385074")]
    [InlineData("]E04006381333931|]e099SIDE", "01=04006381333931 99=SIDE")]
    [InlineData("(01)09521234543213(21)7(7021)GOOD(7022)B", "01=09521234543213 21=7 7021=GOOD 7022=B")]
    [InlineData("(01)09521234543213(21)1(8040)490154203237518(8042)12345678901234567890123456789012", "01=09521234543213 21=1 8040=490154203237518 8042=12345678901234567890123456789012")]
    [InlineData("(8004)9521234ASSET1", "8004=9521234ASSET1")]
    [InlineData("(00)340123451234567895(4309)02790858483015297971(4321)1", "00=340123451234567895 4309=02790858483015297971 4321=1")]
    [InlineData("(02)09521234543213(37)12(00)340123451234567895", "02=09521234543213 37=12 00=340123451234567895")]
    [InlineData("(01)09521234543213(3103)000195(3922)0299", "01=09521234543213 3103=000195 3922=0299")]
    [InlineData("(8008)2606241530(01)09521234543213", "8008=2606241530 01=09521234543213")]
    [InlineData("(01)09521234543213(423)276250", "01=09521234543213 423=276250")]
    [InlineData("(00)340123451234567895(4331)000120-", "00=340123451234567895 4331=000120-")]
    [InlineData("(415)9521234543213(8020)REF(8007)DE91100000000123456789", "415=9521234543213 8020=REF 8007=DE91100000000123456789")]
    [InlineData("(7240)P1(8006)095212345432130102", "7240=P1 8006=095212345432130102")]
    [InlineData("(8013)1987654Ad4X4bL5ttr2310c2K", "8013=1987654Ad4X4bL5ttr2310c2K")]
    [InlineData("(90)INTERNAL", "90=INTERNAL")]
    public void What_obeys_the_standard_is_valid(string payload, string elements)
    {
        var reading = Reading.Of(payload);
        Assert.True(reading.IsValid, reading.Error);
        Assert.Equal(ScanStandard.Gs1, reading.Standard);
        Assert.Equal(elements, string.Join(' ', reading.Elements.Select(element => $"{element.Id}={element.Value}")));
    }

    [Theory]
    [InlineData("]C1", "empty")]
    [InlineData("]d20109521234543214", "the check digit is 4, but 3 is right, at character 19")]
    [InlineData("]d2010952123454321", "too short")]
    [InlineData("]d20109521234543213X", "'X'")]
    [InlineData("]d2891234", "begins with 891")]
    [InlineData("]d201095212345432137", "single digit")]
    [InlineData("]d2010952123454321310ABCDEFGHIJKLMNOPQRSTU21X", "FNC1")]
    [InlineData("]d2010952123454321310A^B", "character set 82")]
    [InlineData("]d20109521234543213\u001d\u001d21A", "control character GS")]
    [InlineData("]d2010952123454321310", "empty")]
    [InlineData("(21)ABC", "needs (01) or (03) or (8006)")]
    [InlineData("(01)09521234543213(250)X", "AI (250) needs (01) with (21)")]
    [InlineData("(01)09521234543213(3922)0299", "AI (3922) needs")]
    [InlineData("(01)09521234543213(02)09521234543213(37)1(00)340123451234567895", "must not stand beside")]
    [InlineData("(01)09521234543213(21)A(235)B", "must not stand beside AI (235)")]
    [InlineData("(01)09521234543213(3100)000001(3101)000001", "must not stand beside AI (3101)")]
    [InlineData("(400)A(400)B", "twice with different values")]
    [InlineData("(01)09521234543213(11)261301", "no month 13")]
    [InlineData("(01)09521234543213(11)260230", "no day 30")]
    [InlineData("(01)09521234543213(7006)260200", "no day 00")]
    [InlineData("(01)09521234543213(7003)2602012460", "no hour 24")]
    [InlineData("(01)09521234543213(7003)2602012360", "no minute 60")]
    [InlineData("(01)09521234543213(8008)260201235960", "no second 60")]
    [InlineData("(01)09521234543213(422)999", "999 is no country")]
    [InlineData("(00)340123451234567895(4307)XX", "XX is no country")]
    [InlineData("(8020)A(415)9521234543213(3911)0001", "000 is no currency")]
    [InlineData("(8020)A(415)9521234543213(8007)DE91100000000123456780", "check digits of the IBAN")]
    [InlineData("(00)340123451234567895(4309)18000000010000000000", "latitude")]
    [InlineData("(00)340123451234567895(4309)00000000003600000001", "longitude")]
    [InlineData("(00)340123451234567895(4300)A%2", "hexadecimal")]
    [InlineData("(00)340123451234567895(4321)2", "only 0 (no) and 1 (yes)")]
    [InlineData("(00)340123451234567895(4330)000120X", "hyphen")]
    [InlineData("(00)340123451234567895(7041)0A", "no package type")]
    [InlineData("(8006)095212345432130302", "more than the total")]
    [InlineData("(8006)095212345432130002", "no piece 0")]
    [InlineData("(8003)19521234543213", "this must be 0")]
    [InlineData("(01)09521234543213(8001)12340000012311", "must not be 0")]
    [InlineData("(01)09521234543213(8001)12341234512321", "winding")]
    [InlineData("(8010)9521234A_", "character set 39")]
    [InlineData("(8010)9521234A(8011)01", "must not begin with 0")]
    [InlineData("(8013)1987654Ad4X4bL5ttr2310cXK", "'2K' is right")]
    [InlineData("(8004)12A4", "company prefix begins with digits")]
    [InlineData("(401)123", "company prefix has at least 4")]
    [InlineData("(8017)123456789012345675(7258)2/1(8018)123456789012345675", "beyond the end")]
    [InlineData("(8018)123456789012345675(7252)3", "ISO/IEC 5218")]
    [InlineData("(8018)123456789012345675(7241)11", "media type")]
    [InlineData("(8018)123456789012345675(7250)19000229", "no day 29")]
    [InlineData("(7040)1AB=", "importer index")]
    [InlineData("(01)09521234543213(8014)9521234 X", "character set 82")]
    [InlineData("(8030)123=(01)09521234543213(21)A", "padding")]
    [InlineData("(8030)AB:C(01)09521234543213(21)A", "character set 64")]
    [InlineData("(8003)09521234543213(8030)ABC", "needs its serial part")]
    [InlineData("(8110)71234567890123", "length of the company prefix cannot be 7")]
    [InlineData("(8110)01234561234561111012335006064500607", "expires before it starts")]
    [InlineData("(8112)00123456", "offer code is cut off")]
    [InlineData("(8112)0012345612345601234567", "more than a coupon holds")]
    [InlineData("(1)12345", "no application identifier (1)")]
    [InlineData("(12345)1", "no application identifier (12345)")]
    [InlineData("()1", "no application identifier ()")]
    [InlineData("(15", "not closed")]
    [InlineData("(10)(11)987654", "the value is empty")]
    [InlineData("(01)095212345432133(10)A", "too long")]
    [InlineData("(17)9(90)217", "too short")]
    [InlineData("]E0400638133393", "13 digits")]
    [InlineData("]E040063813339311", "more follows")]
    [InlineData("]E04006381333930", "the check digit is 0, but 1 is right")]
    [InlineData("]E4963850", "8 digits")]
    public void What_breaks_a_rule_is_not_and_the_error_says_which(string payload, string error)
    {
        var reading = Reading.Of(payload);
        Assert.False(reading.IsValid);
        Assert.Equal(ScanStandard.Gs1, reading.Standard);
        Assert.Contains(error, reading.Error);
    }

    [Theory]
    [InlineData("0109521234543214")]
    [InlineData("01AB1234")]
    [InlineData("20240101")]
    public void A_text_without_marks_is_not_taken_for_it_on_suspicion(string payload) => Assert.NotEqual(ScanStandard.Gs1, Reading.Of(payload).Standard);

    [Theory]
    [InlineData("(01) 09521234543213 (21) ABC", "01=09521234543213 21=ABC", "blanks")]
    [InlineData("(00) 3 4012345 123456789 5 (400)A1", "00=340123451234567895 400=A1", "blanks")]
    [InlineData("\u001d010952123454321321ABC", "01=09521234543213 21=ABC", "first place")]
    [InlineData("<FNC1>010952123454321321ABC<GS>17290331", "01=09521234543213 21=ABC 17=290331", "first place")]
    [InlineData("010952123454321321ABC|17290331|10L", "01=09521234543213 21=ABC 17=290331 10=L", "'|'")]
    [InlineData("010952123454321321ABC#17290331", "01=09521234543213 21=ABC 17=290331", "'#'")]
    [InlineData("]C1010952123454321321ABC\u001e17290331", "01=09521234543213 21=ABC 17=290331", "control character RS")]
    [InlineData("^010952123454321321ABC^17290331", "01=09521234543213 21=ABC 17=290331", "'^'")]
    public void What_came_in_place_of_a_separator_is_told(string payload, string elements, string warning)
    {
        var reading = Reading.Of(payload);
        Assert.True(reading.IsValid, reading.Error);
        Assert.Equal(elements, string.Join(' ', reading.Elements.Select(element => $"{element.Id}={element.Value}")));
        Assert.Contains(reading.Warnings, said => said.Contains(warning));
    }

    [Theory]
    [InlineData("]d2010952123454321321A|C")]
    [InlineData("]d20109521234543214|10A")]
    [InlineData("(01)09521234543213(21)A B")]
    public void A_stranger_that_is_no_separator_stays_an_error(string payload) => Assert.False(Reading.Of(payload).IsValid);

    [Theory]
    [InlineData("[01]09521234543213[21]A(1)", "01=09521234543213 21=A(1)")]
    [InlineData("\t010952123454321321ABC\t", "01=09521234543213 21=ABC")]
    [InlineData("  ]C10109521234543213 ", "01=09521234543213")]
    [InlineData("4006381333931", "01=04006381333931")]
    [InlineData("]I119521234543210", "01=19521234543210")]
    public void What_stands_around_the_data_does_not_count(string payload, string elements)
    {
        var reading = Reading.Of(payload);
        Assert.Equal((ScanStandard.Gs1, true), (reading.Standard, reading.IsValid));
        Assert.Equal(elements, string.Join(' ', reading.Elements.Select(element => $"{element.Id}={element.Value}")));
    }

    [Theory]
    [InlineData("00340123451234567890", "5 is right, at character 20")]
    [InlineData("]I119521234543211", "0 would be right")]
    public void A_wrong_check_digit_is_an_error_where_nothing_else_can_be_meant(string payload, string error)
    {
        var reading = Reading.Of(payload);
        Assert.Equal((ScanStandard.Gs1, false), (reading.Standard, reading.IsValid));
        Assert.Contains(error, reading.Error);
    }

    [Theory]
    [InlineData("4006381333932", "1 would be right")]
    [InlineData("0109521234543214", "3 would be right")]
    [InlineData("490154203237519", "Luhn")]
    [InlineData("IMEI: 490154203237519", "Luhn")]
    public void A_wrong_check_digit_is_warned_of_where_something_else_may_be_meant(string payload, string warning) => Assert.Contains(Reading.Of(payload).Warnings, said => said.Contains(warning));

    [Fact]
    public void The_serial_is_named_first_with_its_gtin()
    {
        var serial = Reading.Of($"(01){Gtin}(21)PF0ABCDE").Candidates[0];
        Assert.Equal((CandidateKind.Serial, "PF0ABCDE", Gtin), (serial.Kind, serial.Value, serial.Model));
        Assert.Contains("AI (21)", serial.Reason);
    }

    [Fact]
    public void A_placeholder_in_the_serial_is_no_serial()
    {
        var reading = Reading.Of($"(01){Gtin}(21)0000000");
        Assert.DoesNotContain(reading.Candidates, candidate => candidate.Kind == CandidateKind.Serial);
        Assert.NotEmpty(reading.Warnings);
    }

    [Fact]
    public void Every_wrong_check_digit_is_caught() => Gen.Char['0', '9'].Array[17].Sample(digits =>
    {
        var sscc = new string(digits);
        var right = CheckDigit.Of(sscc);
        for (var digit = 0; digit <= 9; digit++)
            if (Reading.Of($"]C100{sscc}{digit}").IsValid != (digit == right))
                return false;
        return true;
    });

    [Fact]
    public void All_three_spellings_mean_the_same() => Gen.Select(Gen.Char["ABCXYZ019-./_"].Array[1, 20], Gen.Char["ABCXYZ019-./_"].Array[1, 20], (lot, serial) => (Lot: new string(lot), Serial: new string(serial))).Sample(sample =>
    {
        var bracketed = Reading.Of($"(01){Gtin}(10){sample.Lot}(21){sample.Serial}");
        var raw = Reading.Of($"]d201{Gtin}10{sample.Lot}\u001d21{sample.Serial}");
        var link = Reading.Of($"https://id.example.org/01/{Gtin}/10/{Uri.EscapeDataString(sample.Lot)}/21/{Uri.EscapeDataString(sample.Serial)}");
        return bracketed.IsValid && bracketed.Elements.SequenceEqual(raw.Elements) && bracketed.Elements.SequenceEqual(link.Elements);
    });
}
