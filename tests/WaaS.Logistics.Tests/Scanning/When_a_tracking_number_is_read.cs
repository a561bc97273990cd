using CsCheck;
using System.Text.Json;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Tests.Scanning;

public class When_a_tracking_number_is_read
{
    [Theory]
    [InlineData("1Z5R89390357567127", "UPS")]
    [InlineData("1Z 879 E93 03 4683 4440", "UPS")]
    [InlineData("K1506235620", "UPS")]
    [InlineData("RB123456785GB", null)]
    [InlineData("986578788855", "FedEx")]
    [InlineData("9611020987654312345672", "FedEx")]
    [InlineData("1001921334250001000300779017972697", "FedEx")]
    [InlineData("9400111206206406260787", "USPS")]
    [InlineData("420 22153 9101026837331000039521", "USPS")]
    [InlineData("3318810025", "DHL")]
    [InlineData("JJD0099999999", "DHL")]
    [InlineData("008182709980000020033350276C", "DPD")]
    [InlineData("%008182709980000020033350276C", "DPD")]
    [InlineData("0998 0000 0200 34D", "DPD")]
    [InlineData("TBA000000000000", "Amazon")]
    [InlineData("C11031500001879", "OnTrac")]
    [InlineData("07209562763", "Old Dominion")]
    [InlineData("Tracking No. 1Z 5R8 939 03 5756 7127", "UPS")]
    [InlineData("Sendungsnummer: 00340434161094027318", "DHL")]
    [InlineData("505012345679", "GLS")]
    [InlineData("01905008011235", "DPD")]
    [InlineData("201298452277", "DHL")]
    public void The_carrier_is_told(string payload, string? carrier)
    {
        var reading = Reading.Of(payload);
        Assert.Equal((ScanStandard.Tracking, true), (reading.Standard, reading.IsValid));
        Assert.Contains(reading.Candidates, candidate => candidate.Kind == CandidateKind.Tracking && candidate.Maker == carrier);
    }

    [Theory]
    [InlineData("1Z5R89390357567128")]
    [InlineData("RB123456786GB")]
    [InlineData("RB123456785XX")]
    [InlineData("9400111206206406260788")]
    [InlineData("9611020987654312345671")]
    [InlineData("008182709980000020033350276A")]
    [InlineData("C11031500001889")]
    [InlineData("Tracking: 1Z5R89390357567128")]
    public void A_wrong_check_character_is_an_error(string payload)
    {
        var reading = Reading.Of(payload);
        Assert.Equal((ScanStandard.Tracking, false), (reading.Standard, reading.IsValid));
        Assert.NotEmpty(reading.Error!);
        Assert.DoesNotContain(reading.Candidates, candidate => candidate.Kind == CandidateKind.Tracking);
    }

    [Fact]
    public void An_sscc_is_a_parcel() => Assert.Contains(Reading.Of("340123451234567895").Candidates, candidate => candidate.Kind == CandidateKind.Sscc);

    [Fact]
    public void A_carriers_number_inside_gs1_data_is_found_too()
    {
        var reading = Reading.Of("]C1420112139261290983497923666238");
        Assert.Equal(ScanStandard.Gs1, reading.Standard);
        var parted = Reading.Of("]C142011213\u001d9261290983497923666238");
        Assert.True(parted.IsValid, parted.Error);
        Assert.Contains(parted.Candidates, candidate => candidate is { Kind: CandidateKind.Tracking, Maker: "USPS" });
    }

    [Fact]
    public void A_parcel_of_dhl_is_known_by_its_sscc() =>
        Assert.Contains(Reading.Of("00340434161094027318").Candidates, candidate => candidate is { Kind: CandidateKind.Tracking, Maker: "DHL" });

    [Fact]
    public void Every_single_wrong_digit_of_a_postal_number_is_caught() => Gen.Int[0, 99_999_999].Sample(number =>
    {
        var valid = Enumerable.Range(0, 10).Select(check => $"RR{number:00000000}{check}DE").Where(text => Reading.Of(text).IsValid).ToList();
        return valid.Count == 1;
    }, iter: 500);

    [Fact]
    public void Every_public_test_number_is_judged_alike()
    {
        var judged = 0;
        foreach (var file in SharedData.Files("tracking-numbers", "*.json").Where(file => file.Contains("couriers")))
        {
            using var courier = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var format in courier.RootElement.GetProperty("tracking_numbers").EnumerateArray())
                foreach (var number in format.GetProperty("test_numbers").GetProperty("valid").EnumerateArray().Select(number => number.GetString()!))
                {
                    var reading = Reading.Of(number);
                    Assert.True(reading is { IsValid: true, Standard: ScanStandard.Tracking }, $"{format.GetProperty("name").GetString()}: '{number}' was read as {reading.Standard}: {reading.Error}");
                    judged++;
                }
        }
        Assert.True(judged > 150);
    }

    [Fact]
    public void No_public_wrong_number_passes_for_its_carrier()
    {
        foreach (var file in SharedData.Files("tracking-numbers", "*.json").Where(file => file.Contains("couriers")))
        {
            using var courier = JsonDocument.Parse(File.ReadAllText(file));
            var carrier = courier.RootElement.GetProperty("name").GetString()!.Split(' ')[0];
            foreach (var format in courier.RootElement.GetProperty("tracking_numbers").EnumerateArray())
                foreach (var number in format.GetProperty("test_numbers").GetProperty("invalid").EnumerateArray().Select(number => number.GetString()!))
                    Assert.False(Reading.Of(number) is { IsValid: true, Standard: ScanStandard.Tracking } reading
                        && reading.Candidates.Any(candidate => candidate.Maker == carrier && candidate.Reason.Contains(format.GetProperty("name").GetString()!)), $"'{number}' passed for {carrier}");
        }
    }
}
