using CsCheck;
using WaaS.Logistics.Scanning;
using Xunit;

namespace WaaS.Logistics.Tests.Scanning;

public class When_an_own_code_is_read
{
    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static readonly Gen<OwnCode> Codes = Gen.Select(Gen.Enum<OwnCodeKind>(), Gen.Char[Letters].Array[1, OwnCode.MaxIdLength], (kind, id) => OwnCode.Create(kind, new string(id)));

    [Fact]
    public void What_was_printed_comes_back() => Codes.Sample(code =>
        OwnCode.TryParse(code.ToString(), out var read, out var reason) && read == code && reason == "");

    [Fact]
    public void Case_and_line_ends_do_not_matter() => Codes.Sample(code =>
        OwnCode.TryParse($"{code.ToString().ToLowerInvariant()}\r\n", out var read, out _) && read == code
        && OwnCode.TryParse(code.ToString().ToUpperInvariant(), out var upper, out _) && upper == code);

    [Fact]
    public void Every_single_wrong_character_is_caught() => Codes.Sample(code =>
    {
        var text = code.ToString();
        for (var at = 0; at < text.Length; at++)
            foreach (var other in Letters + "*:-. Äı")
                if (char.ToUpperInvariant(other) != char.ToUpperInvariant(text[at]))
                    AssertRefused(text[..at] + other + text[(at + 1)..], text);
    }, iter: 2_000);

    [Fact]
    public void Every_swap_of_neighbours_is_caught() => Codes.Sample(code =>
    {
        var text = code.ToString();
        for (var at = 0; at + 1 < text.Length; at++)
            if (char.ToUpperInvariant(text[at]) != char.ToUpperInvariant(text[at + 1]))
                AssertRefused($"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}", text);
    }, iter: 20_000);

    [Fact]
    public void A_cut_off_code_is_caught_by_its_shape_or_its_check_character() => Codes.Sample(code =>
    {
        var text = code.ToString();
        return !OwnCode.TryParse(text[..^1], out var read, out _) || read.Id.Length < code.Id.Length;
    });

    // ISO 7064, MOD 37-2: the donation number example of ISBT 128 (G123498654321 has the check character H).
    [Fact]
    public void The_check_character_is_that_of_the_standard() => Assert.Equal('H', CheckCharacter.Of("G123498654321"));

    [Theory]
    [InlineData("5CG1234XYZ", "starts with WL:")]
    [InlineData("WL:", "no kind")]
    [InlineData("WL:device", "no kind")]
    [InlineData("WL:drive:AB", "no kind of code 'drive'")]
    [InlineData("WL:device:", "cut off")]
    [InlineData("WL:device:A", "cut off")]
    [InlineData("WL:place:DOCK-1A", "'-'")]
    [InlineData("WL:place:DOCK10", "check character")]
    [InlineData("WL:place:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "longer than")]
    public void Anything_else_is_refused_with_the_reason(string text, string reason)
    {
        Assert.False(OwnCode.TryParse(text, out _, out var said));
        Assert.Contains(reason, said);
    }

    [Fact]
    public void A_guid_survives_the_label() => Gen.Guid.Sample(id =>
        OwnCode.TryParse(OwnCode.Create(OwnCodeKind.Device, id).ToString(), out var read, out _) && read.TryGetGuid(out var back) && back == id);

    [Fact]
    public void An_id_that_is_no_guid_gives_none()
    {
        Assert.False(OwnCode.Create(OwnCodeKind.Device, "ZZZZZZZZZZZZZZZZZZZZZZZZZ").TryGetGuid(out _));
        Assert.False(OwnCode.Create(OwnCodeKind.Device, "D1").TryGetGuid(out _));
    }

    [Fact]
    public void An_id_with_other_characters_cannot_be_made() => Assert.Throws<ArgumentException>(() => OwnCode.Create(OwnCodeKind.Bin, "S-01"));

    private static void AssertRefused(string damaged, string original) =>
        Assert.False(OwnCode.TryParse(damaged, out _, out _), $"'{damaged}' passed for '{original}'");
}
