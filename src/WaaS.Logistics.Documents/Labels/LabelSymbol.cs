using SkiaSharp;

namespace WaaS.Logistics.Documents.Labels;

/// <summary>A symbol that somebody else made, to be drawn to scale. Its quiet zone is part of it and stays white.</summary>
public sealed record LabelSymbol
{
    /// <param name="path">The dark modules as SVG path data, in modules.</param>
    /// <param name="width">In modules, with the quiet zone.</param>
    /// <param name="height">In modules, with the quiet zone; of linear symbols the height of the path.</param>
    /// <param name="isLinear">Whether its height may be chosen freely.</param>
    /// <exception cref="ArgumentException">The data is no path, or lies outside of what is said to be its size.</exception>
    public LabelSymbol(string path, int width, int height, bool isLinear)
    {
        using var parsed = SKPath.ParseSvgPathData(path);
        if (parsed is null || parsed.IsEmpty || width < 1 || height < 1 || !new SKRect(0, 0, width, height).Contains(parsed.TightBounds))
            throw new ArgumentException($"The path does not draw a symbol of {width} x {height} modules.", nameof(path));
        (Path, Width, Height, IsLinear) = (path, width, height, isLinear);
    }

    public string Path { get; }

    public int Width { get; }

    public int Height { get; }

    public bool IsLinear { get; }
}
