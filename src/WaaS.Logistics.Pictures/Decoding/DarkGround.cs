namespace WaaS.Logistics.Pictures.Decoding;

/// <summary>How much of a picture is dark by and large, so that there may be light bars on it. Bars and modules are hardly anywhere dark over as much.</summary>
internal static class DarkGround
{
    private const int Across = 64;
    private const int LeastSide = 8;
    private const double Dark = 0.95;

    /// <summary>Share from which a part of the picture is worth a look as a negative.</summary>
    public const double APart = 0.01;

    public const double Mostly = 0.3;

    /// <returns>A share from 0 to 1.</returns>
    public static double In(Luminance picture)
    {
        var (least, most) = (255, 0);
        foreach (var grey in picture.Pixels)
            (least, most) = (Math.Min(least, grey), Math.Max(most, grey));
        var middle = (least + most) / 2;
        var side = Math.Max(LeastSide, Math.Max(picture.Width, picture.Height) / Across);
        var (columns, rows) = (picture.Width / side, picture.Height / side);
        var dark = 0;
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                dark += DarkPixels(picture, column * side, row * side, side, middle) > side * side * Dark ? 1 : 0;
        return dark / (double)Math.Max(1, columns * rows);
    }

    private static int DarkPixels(Luminance picture, int left, int top, int side, int middle)
    {
        var count = 0;
        for (var y = top; y < top + side; y++)
            foreach (var grey in picture.Pixels.AsSpan(y * picture.Width + left, side))
                count += grey < middle ? 1 : 0;
        return count;
    }
}
