using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using WaaS.Logistics.Pictures;
using WaaS.Logistics.Pictures.Decoding;
using WaaS.Logistics.Pictures.Engine;
using WaaS.Logistics.Platform.Web.Assets;

namespace WaaS.Logistics.Tests.Pictures;

/// <summary>The browser's decoder is the server's: the same file, asked in the same way.</summary>
public sealed partial class When_a_browser_reads_pictures
{
    private static readonly string Worker = Asset.Text("decode.worker.js");

    [Fact]
    public void It_is_served_the_file_the_server_reads_with()
    {
        using var served = typeof(PictureReader).Assembly.GetManifestResourceStream("wwwroot/zxing_reader.wasm")!;
        Assert.Equal(SHA256.HashData(Asset.Bytes("zxing_reader.wasm")), SHA256.HashData(served));
        var assets = new StaticAssets([new AssetSource("pictures", typeof(PictureReader).Assembly)]);
        foreach (var file in (string[])["decode.worker.js", "zxing_reader.js", "zxing_reader.wasm"])
            Assert.Equal($"/assets/{assets.Version}/pictures/{file}", assets.Find($"pictures/{file}"));
    }

    [Fact]
    public void It_asks_for_what_the_server_asks_for()
    {
        var first = JsonSerializer.Deserialize<JsonElement>(Recipe.First);
        var formats = Quoted().Matches(OurFormats().Match(Worker).Groups[1].Value).Select(match => match.Groups[1].Value);
        Assert.Equal(first.GetProperty("formats").EnumerateArray().Select(format => format.GetString()), formats);
        var options = first.EnumerateObject().Where(option => option.Name != "formats").Select(option => $"{option.Name}: {option.Value.GetRawText().Replace('"', '\'')}");
        Assert.Contains("const shortestItf = 6;", Worker);
        Assert.Contains("lineCount < fewestItfLines", Worker);
        Assert.Contains("{ formats, " + string.Join(", ", options) + " }", Worker);
    }

    [Fact]
    public void It_fetches_nothing_from_elsewhere() => Assert.DoesNotContain("://", Worker);

    [GeneratedRegex(@"const ours = \[([^\]]*)\]")]
    private static partial Regex OurFormats();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
