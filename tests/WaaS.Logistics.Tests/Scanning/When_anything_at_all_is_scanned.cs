using CsCheck;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Tests.Scanning;

/// <summary>Fuzz: whatever comes, there is an answer, and it is bounded.</summary>
public class When_anything_at_all_is_scanned
{
    private static readonly string[] Pieces =
    [
        "]C1", "]d2", "]Q3", "]E0", "]e0", "[)>", "[)>\u001e06\u001d", "\u001d", "\u001e", "\u0004", "01", "09521234543213", "21", "10", "(01)", "(21)", "(", ")", "\\(", "https://", "http://a.b/", "/01/", "/8004/", "?", "&", "%", "%00", "%2F", "#",
        "WL:device:", "1S", "S", "1P", "23S", "5CG1234XYZ", "1Z", "00", "8003", "8110", "{GS}", "␝", "<RS>", "ü=:", "httpsÖ--", "^", "\0", "\r\n", "é", "\ud83d", "A", "0", "ABCDEF", " ", "SN:", "GTIN", "\u0301",
    ];

    private static readonly Gen<string> Payloads = Gen.Frequency(
        (3, Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array[0, 12].Select(pieces => string.Concat(pieces))),
        (1, Gen.Char.Array[0, 60].Select(characters => new string(characters))),
        (2, Gen.Char["]()[>01239ABCSZ\u001d\u001e%/-:+="].Array[0, 40].Select(characters => new string(characters))),
        (1, Gen.Char['0', '9'].Array[0, 36].Select(characters => new string(characters))));

    [Fact]
    public void There_is_one_bounded_answer() => Payloads.Sample(payload =>
    {
        var reading = Reading.Of(payload);
        Assert.Equal(reading.IsValid, reading.Error is null);
        Assert.Equal(payload, reading.Payload);
        Assert.True(reading.Elements.Count <= 64 && reading.Candidates.Count <= 64 && reading.Warnings.Count <= 64);
        Assert.All(reading.Candidates, candidate => Assert.NotEmpty(candidate.Reason));
        Assert.All(reading.Candidates, candidate => Assert.True(candidate.Value.Length <= payload.Length + 16));
    }, iter: 5_000);

    [Theory]
    [InlineData(8_192, true)]
    [InlineData(8_193, false)]
    [InlineData(1_000_000, false)]
    public void What_no_symbol_holds_is_refused(int length, bool isRead)
    {
        var reading = Reading.Of(new string('(', length));
        Assert.Equal(isRead, reading.Error?.Contains("no symbol holds") != true);
    }
}
