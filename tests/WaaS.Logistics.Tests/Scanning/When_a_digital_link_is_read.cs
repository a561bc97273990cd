using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Tests.Scanning;

public class When_a_digital_link_is_read
{
    [Theory]
    [InlineData("https://id.gs1.org/01/09520123456788", "01=09520123456788")]
    [InlineData("HTTPS://EXAMPLE.COM/01/09520123456788", "01=09520123456788")]
    [InlineData("http://shop.example:8080/a/b/01/09520123456788/22/2A/10/L/21/S", "01=09520123456788 22=2A 10=L 21=S")]
    [InlineData("https://[2001:db8::1]/00/340123451234567895", "00=340123451234567895")]
    [InlineData("https://a/00/faux/00/340123451234567895", "00=340123451234567895")]
    [InlineData("https://example.com/01/09520123456788/235/TP?10=L", "01=09520123456788 235=TP 10=L")]
    [InlineData("https://example.com/414/9520123456788/254/32a%2Fb", "414=9520123456788 254=32a/b")]
    [InlineData("https://example.com/01/09520123456788/10/A+B", "01=09520123456788 10=A+B")]
    [InlineData("https://example.com/8004/9520614141234567?01=9520123456788", "8004=9520614141234567 01=09520123456788")]
    [InlineData("https://example.com/01/09520123456788?&&3103=000195&color=red&alone&99=A%2FB&#part", "01=09520123456788 3103=000195 99=A/B")]
    [InlineData("]Q1https://example.com/8003/09521234543213R1", "8003=09521234543213R1")]
    [InlineData(" https://example.com/8004/9520614141234567 ", "8004=9520614141234567")]
    public void Keys_qualifiers_and_attributes_are_found(string address, string elements)
    {
        var reading = Reading.Of(address);
        Assert.True(reading.IsValid, reading.Error);
        Assert.Equal(ScanStandard.DigitalLink, reading.Standard);
        Assert.Equal(elements, string.Join(' ', reading.Elements.Select(element => $"{element.Id}={element.Value}")));
    }

    [Theory]
    [InlineData("https://id.gs1.org/01/09520123456789", "check digit")]
    [InlineData("https://id.gs1.org/01/9520123456788", "too short")]
    [InlineData("https://id.gs1.org/01/09520123456788/", "ends in no GS1 key")]
    [InlineData("https://id.gs1.org/01/09520123456788/21/S/10/L", "do not follow one another")]
    [InlineData("https://id.gs1.org/01/09520123456788/10/L/235/T", "do not follow one another")]
    [InlineData("https://id.gs1.org/01/09520123456788?10=L", "belongs into the path")]
    [InlineData("https://id.gs1.org/01/09520123456788?21=S", "must not stand in the query")]
    [InlineData("https://id.gs1.org/01/09520123456788/10/L?99=A&99=A", "twice")]
    [InlineData("https://id.gs1.org/01/09520123456788?99=", "empty")]
    [InlineData("https://id.gs1.org/01/09520123456788?999=A", "no application identifier (999)")]
    [InlineData("https://id.gs1.org/01/09520123456788?99=A+B", "a blank")]
    [InlineData("https://id.gs1.org/01/09520123456788/10/A%00", "%00")]
    [InlineData("https://id.gs1.org/01/09520123456788/10/A B", "a blank")]
    [InlineData("https://$a.org/01/09520123456788", "domain")]
    [InlineData("https://bücher.example/01/09520123456788", "percent-encoded")]
    [InlineData("https://00/340123451234567895", "ends in no GS1 key")]
    [InlineData("http:///01/09520123456788", "no domain")]
    [InlineData("http://a", "no domain")]
    [InlineData("https://id.gs1.org/00/340123451234567895?37=5", "AI (37) needs")]
    public void What_breaks_a_rule_is_invalid(string address, string error)
    {
        var reading = Reading.Of(address);
        Assert.Equal(ScanStandard.DigitalLink, reading.Standard);
        Assert.False(reading.IsValid);
        Assert.Contains(error, reading.Error);
    }

    [Theory]
    [InlineData("https://www.example.com/support/home?tag=5RFDP01")]
    [InlineData("HtTps://example.com/01/09520123456788")]
    [InlineData("https://example.com")]
    [InlineData("example.com/01/09520123456788/21/S")]
    [InlineData("www.example.com/s/4711")]
    [InlineData("//example.com/4711")]
    [InlineData("ftp://example.com/4711")]
    [InlineData("urn:epc:id:sgtin:952123.0545321.4711")]
    [InlineData("tel:+4989123456")]
    [InlineData("WIFI:S:guests;T:WPA;P:4711;;")]
    public void Any_other_address_is_plain_text_and_no_serial(string address)
    {
        var reading = Reading.Of(address);
        Assert.Equal((ScanStandard.Plain, true), (reading.Standard, reading.IsValid));
        Assert.DoesNotContain(reading.Candidates, candidate => candidate.Kind == CandidateKind.Serial);
    }
}
