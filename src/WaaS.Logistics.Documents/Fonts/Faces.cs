using SkiaSharp;

namespace WaaS.Logistics.Documents.Fonts;

/// <summary>The fonts come along: a server without any draws the same page.</summary>
internal static class Faces
{
    public static readonly SKTypeface Regular = Load("DejaVuSansCondensed.subset.ttf");
    public static readonly SKTypeface Bold = Load("DejaVuSansCondensed-Bold.subset.ttf");
    public static readonly SKTypeface Mono = Load("DejaVuSansMono.subset.ttf");

    private static SKTypeface Load(string name)
    {
        using var stream = typeof(Faces).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The font {name} is missing in the assembly.");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font {name} cannot be read.");
    }
}
