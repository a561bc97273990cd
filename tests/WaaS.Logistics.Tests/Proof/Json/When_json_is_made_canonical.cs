using System.Text;
using System.Text.Json;
using CsCheck;
using WaaS.Logistics.Proof.Json;
using Xunit;

namespace WaaS.Logistics.Tests.Proof.Json;

public class When_json_is_made_canonical
{
    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("""{ "b" : 1, "a" : [ true , null , false ] }""", """{"a":[true,null,false],"b":1}""")]
    [InlineData("""{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001]}""", """{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}""")]
    [InlineData("""["\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"]""", """["€$\u000f\nA'B\"\\\\\"/"]""")]
    [InlineData("[-0, -0.0, 0e5]", "[0,0,0]")]
    [InlineData("[9007199254740991, 295147905179352830000]", "[9007199254740991,295147905179352830000]")]
    [InlineData("\"\\u0000\\u007f\\u2028\"", "\"\\u0000\u007f\u2028\"")]
    public void It_has_the_form_of_rfc_8785(string json, string expected) => Assert.Equal(expected, Canonical(json));

    [Fact]
    public void Keys_are_ordered_by_utf16_code_units()
    {
        // RFC 8785 section 3.2.3: the emoji sorts before U+FB33 because its first code unit is a surrogate.
        var json = """{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}""";
        using var read = JsonDocument.Parse(Canonical(json));
        string[] expected = ["Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh"];
        Assert.Equal(expected, read.RootElement.EnumerateObject().Select(m => m.Value.GetString()));
    }

    [Theory]
    [InlineData("""{"a":1,"a":1}""", "$.a")]
    [InlineData("""{"x":[{"a":1,"\u0061":2}]}""", "$.x[0].a")]
    [InlineData("""{"x":"\ud83d"}""", "$.x")]
    [InlineData("""{"x":"\ude00\ud83d"}""", "$.x")]
    [InlineData("""{"x":{"\ud83d":1}}""", "$.x")]
    [InlineData("""{"x":[0,1e400]}""", "$.x[1]")]
    [InlineData("""{"x":9007199254740993}""", "$.x")]
    [InlineData("""{"x":NaN}""", "$")]
    [InlineData("""{"x":1} {}""", "$")]
    [InlineData("""{"x":1,}""", "$")]
    [InlineData("""{"x":01}""", "$")]
    [InlineData("""{"x":1} // really""", "$")]
    [InlineData("\uFEFF{}", "$")]
    [InlineData("", "$")]
    public void What_two_readers_could_take_differently_is_refused_with_its_place(string json, string path) =>
        Assert.Equal(path, Assert.Throws<CanonicalJsonException>(() => Canonical(json)).Path);

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused() =>
        Assert.Throws<CanonicalJsonException>(() => CanonicalJson.Canonicalize(new byte[] { (byte)'"', 0xC3, (byte)'"' }));

    [Fact]
    public void Deep_nesting_is_refused() =>
        Assert.Throws<CanonicalJsonException>(() => Canonical(new string('[', 100) + new string(']', 100)));

    [Fact]
    public void Spacing_and_order_of_keys_do_not_matter_and_doing_it_twice_changes_nothing() => Check.Sample(
        Gen.Dictionary(Gen.String, Gen.Double.Where(double.IsFinite))[0, 12],
        members =>
        {
            var clean = members.Where(m => !m.Key.Any(char.IsSurrogate)).ToArray();
            var forward = Written(clean, indented: false);
            var backward = Written([.. clean.Reverse()], indented: true);
            var canonical = CanonicalJson.Canonicalize(forward);
            Assert.Equal(canonical, CanonicalJson.Canonicalize(backward));
            Assert.True(CanonicalJson.IsCanonical(canonical));
        }, iter: 500);

    private static byte[] Written(KeyValuePair<string, double>[] members, bool indented)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = indented }))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in members) writer.WriteNumber(name, value);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
