namespace WaaS.Logistics.Pictures;

/// <summary>A picture in shades of grey, one byte a pixel, row after row.</summary>
internal sealed record Luminance(int Width, int Height, byte[] Pixels)
{
    /// <returns>The grey of the pixel nearest to a place; null outside.</returns>
    public byte? At(double x, double y)
    {
        var (column, row) = ((int)Math.Round(x), (int)Math.Round(y));
        return column < 0 || row < 0 || column >= Width || row >= Height ? null : Pixels[row * Width + column];
    }
}
