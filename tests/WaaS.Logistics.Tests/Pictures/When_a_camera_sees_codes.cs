using WaaS.Logistics.Tests.Architecture;
using WaaS.Logistics.Tests.Erasure;

namespace WaaS.Logistics.Tests.Pictures;

/// <summary>From frames to scans, in the page's own module: milliseconds and what each frame shows, and what is taken.</summary>
public sealed class When_a_camera_sees_codes
{
    [Theory]
    [InlineData("one frame is not enough", "0 A", "")]
    [InlineData("two frames are", "0 A, 100 A", "A")]
    [InlineData("it stays in view", "0 A, 100 A, 200 A, 1000 A, 3000 A, 5000 A, 7000 A", "A")]
    [InlineData("it flickers", "0 A, 100 A, 200 -, 1500 A, 2000 -, 4000 A", "A")]
    [InlineData("it was gone and comes again", "0 A, 100 A, 200 -, 3000 -, 3100 A, 3200 A", "A, A")]
    [InlineData("a misread of one frame", "0 A, 100 B, 200 A, 300 A", "A")]
    [InlineData("the one nearest to the middle is meant", "0 A@0.1 B@0.5, 100 A@0.1 B@0.5, 200 A@0.1 B@0.5", "B")]
    [InlineData("the next one is moved into the middle", "0 A@0.5 B@0.9, 100 A@0.5 B@0.9, 200 A@0.1 B@0.5", "A, B")]
    public void One_code_is_taken_once(string what, string frames, string taken) => Assert.Equal((what, taken), (what, Taken(frames, wholeLabel: false)));

    [Theory]
    [InlineData("a label is gathered", "0 A B, 100 A, 200 B, 400 A B", "A+B")]
    [InlineData("a part is seen later", "0 A, 100 A, 400 A, 500 A B, 600 A B, 700 B, 800 B", "A")]
    [InlineData("the next label comes at once", "0 A, 100 A, 400 A, 500 B, 600 B, 1000 B", "A, B")]
    [InlineData("the next label was beside the first", "0 A, 400 A, 500 A B, 600 B, 900 B, 3200 B, 3300 B", "A, B")]
    public void A_label_is_taken_whole_and_once(string what, string frames, string taken) => Assert.Equal((what, taken), (what, Taken(frames, wholeLabel: true)));

    private static string Taken(string frames, bool wholeLabel)
    {
        var module = Path.Combine(Source.Root, "src/WaaS.Logistics.Platform/wwwroot/js/sightings.js");
        return Shell.Run("node", ["--input-type=module", "-e", $$"""
            import { readFileSync } from 'node:fs';
            const { Sightings } = await import('data:text/javascript,' + encodeURIComponent(readFileSync('{{module}}', 'utf8')));
            const sightings = new Sightings({{(wholeLabel ? "true" : "false")}});
            const code = seen => ({ text: seen[0], symbologyIdentifier: ']C0', x: Number(seen.split('@')[1] ?? 0.5), y: 0.5 });
            const taken = '{{frames}}'.split(', ').map(frame => frame.split(' ')).map(([at, ...seen]) => sightings.see(seen.filter(one => one !== '-').map(code), Number(at)));
            console.log(taken.filter(codes => codes.length).map(codes => codes.map(one => one.text).join('+')).join(', '));
            """]).Trim();
    }
}
