using WaaS.Logistics.Host.Commands;

namespace WaaS.Logistics.Host.Bench;

/// <param name="Symbology">Name of its folder without the number of the set: code128 for code128-3.</param>
/// <param name="Text">What is in it; <c>null</c> where nobody wrote it down.</param>
internal sealed record SamplePicture(string File, string Symbology, string? Text);

/// <summary>Pictures with what is in them: a folder of sets as the zxing project keeps them, or symbols drawn by zint.</summary>
internal static class SamplePictures
{
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp"];

    // zint's own numbers.
    private static readonly (string Symbology, int Number, string Data, string Text)[] Drawn =
    [
        ("code128", 20, "S4EVNX0M801234", "S4EVNX0M801234"), ("gs1-128", 16, "[01]09521234543213[21]ABC", "010952123454321321ABC"), ("code39", 8, "5CG1234XYZ", "5CG1234XYZ"),
        ("itf", 89, "0952123454321", "09521234543213"), ("ean13", 13, "952123454321", "9521234543213"), ("datamatrix", 71, "5CG1234XYZ", "5CG1234XYZ"),
        ("gs1-datamatrix", 71, "[01]09521234543213[21]ABC", "010952123454321321ABC"), ("qrcode", 58, "https://example.test/verify", "https://example.test/verify"), ("pdf417", 55, "5CG1234XYZ", "5CG1234XYZ"), ("aztec", 92, "5CG1234XYZ", "5CG1234XYZ"),
    ];

    private static readonly string[][] Ways = [["--scale", "3"], ["--scale", "1"], ["--scale", "3", "--rotate", "90"], ["--scale", "2", "--reverse"]];

    public static IReadOnlyList<SamplePicture> In(string folder)
    {
        if (!Directory.Exists(folder))
            throw new CommandRefusedException($"There is no folder '{folder}'.");
        var found = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Endings.Contains(Path.GetExtension(file).ToLowerInvariant())).Order(StringComparer.Ordinal)
            .Select(file => new SamplePicture(file, Symbology(file), Path.ChangeExtension(file, ".txt") is var text && File.Exists(text) ? File.ReadAllText(text) : null)).ToList();
        return found.Count > 0 ? found : throw new CommandRefusedException($"There are no pictures below '{folder}'. It holds a folder for each set, such as code128-1, with 1.png and its text in 1.txt.");
    }

    public static async Task<IReadOnlyList<SamplePicture>> Draw(string folder, CancellationToken cancel)
    {
        var drawn = new List<SamplePicture>();
        foreach (var (symbology, number, data, text) in Drawn)
            foreach (var way in Ways)
            {
                var file = Path.Combine(folder, $"{symbology}-{drawn.Count}.png");
                string[] gs1 = data.StartsWith('[') ? ["--gs1"] : [];
                if (await OtherReader.Output("zint", ["-b", $"{number}", .. gs1, "-d", data, "-o", file, "-w", "10", "--vwhitesp", "10", .. way], cancel) is null || !File.Exists(file))
                    throw new CommandRefusedException("Without --folder the pictures are drawn by zint, which is not installed (Debian: apt-get install zint).");
                drawn.Add(new SamplePicture(file, symbology, text));
            }
        return drawn;
    }

    private static string Symbology(string file)
    {
        var set = Path.GetFileName(Path.GetDirectoryName(file)!);
        return set.LastIndexOf('-') is > 0 and var at && int.TryParse(set.AsSpan(at + 1), out _) ? set[..at] : set;
    }
}
