using WaaS.Logistics.Scanning;
using WaaS.Logistics.Scanning.Labels;

namespace WaaS.Logistics.Tests.Scanning;

public class When_codes_of_one_label_are_taken_together
{
    [Theory]
    [InlineData("1S20XWS0AB00PF2ABCDE|PF2ABCDE|20XWS0AB00|195348123457|001122AABBCC", "PF2ABCDE", "Lenovo", "20XWS0AB00")]
    [InlineData("4006381333931|5RFDP01|12542331601|CN-0KJ123-74200-6AB-0123", "5RFDP01", "Dell", null)]
    [InlineData("5CG1234XYZ|2B5M4EA#ABD|194850123450", "5CG1234XYZ", "HP", "2B5M4EA#ABD")]
    [InlineData("490154203237518|R58M12ABCDE|8806090123450", "R58M12ABCDE", "Samsung", null)]
    [InlineData("S466NX0M776250H|5002538500A1B2C3|7LKQ2M9XH4RT8W3ZP6YB5NC1VD0JG2SF", "S466NX0M776250H", "Samsung", null)]
    [InlineData("[)>\u001e06\u001d1PMODEL7\u001dSABX12345\u001e\u0004|ABX12345|Q1", "ABX12345", null, "MODEL7")]
    [InlineData("1PMODEL-7|SABX12345", "SABX12345", null, "MODEL-7")]
    public void The_serial_is_picked_and_the_others_are_kept(string codes, string serial, string? maker, string? model)
    {
        var label = LabelReading.Of(codes.Split('|'));
        Assert.Equal((serial, maker, model), (label.Serial?.Value, label.Maker, label.Model));
        Assert.Empty(label.Contenders);
        Assert.Contains(serial, label.Reason);
        Assert.Equal(codes.Split('|').Length, label.Readings.Count);
        Assert.Equal(label.Readings.Where(reading => reading.IsValid).Sum(reading => reading.Candidates.Count) - 1, label.Others.Count);
    }

    [Fact]
    public void The_order_does_not_matter()
    {
        string[] codes = ["1S20XWS0AB00PF2ABCDE", "20XWS0AB00", "195348123457", "001122AABBCC"];
        Assert.Equal(LabelReading.Of(codes).Serial!.Value, LabelReading.Of(codes.Reverse()).Serial!.Value);
    }

    [Fact]
    public void Two_equally_likely_serials_are_both_shown()
    {
        var label = LabelReading.Of(["5CG1234XYZ", "5CG1234XYY"]);
        Assert.Null(label.Serial);
        Assert.Equal(["5CG1234XYZ", "5CG1234XYY"], label.Contenders.Select(candidate => candidate.Value));
        Assert.Contains("2 codes could be the serial", label.Reason);
    }

    [Fact]
    public void A_label_without_a_serial_has_none()
    {
        var label = LabelReading.OfLines("4006381333931\r\n001122AABBCC\nAAAAAAAA\n");
        Assert.Null(label.Serial);
        Assert.Empty(label.Contenders);
        Assert.Equal(3, label.Readings.Count);
    }

    [Fact]
    public void A_code_of_this_house_is_told()
    {
        var tag = OwnCode.Create(OwnCodeKind.Device, "D1").ToString();
        Assert.Equal(tag, LabelReading.Of([tag, "5CG1234XYZ"]).Own?.Value);
    }
}
