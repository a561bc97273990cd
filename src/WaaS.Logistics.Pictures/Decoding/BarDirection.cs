namespace WaaS.Logistics.Pictures.Decoding;

/// <summary>How bars lie: the direction in which a picture changes most from dark to light is across them (the greater axis of the structure tensor).</summary>
internal static class BarDirection
{
    /// <param name="reach">Pixels around the middle that are looked at.</param>
    public static (double X, double Y) Across(Luminance picture, Point middle, int reach)
    {
        long xx = 0, yy = 0, xy = 0;
        for (var y = Math.Max(1, middle.Y - reach); y < Math.Min(picture.Height - 1, middle.Y + reach); y++)
            for (var x = Math.Max(1, middle.X - reach); x < Math.Min(picture.Width - 1, middle.X + reach); x++)
            {
                // Scharr's weights: by the plain difference of two neighbours bars seem to lean to the diagonals, by Sobel's to the level.
                var above = picture.Pixels.AsSpan((y - 1) * picture.Width + x - 1, 3);
                var here = picture.Pixels.AsSpan(y * picture.Width + x - 1, 3);
                var below = picture.Pixels.AsSpan((y + 1) * picture.Width + x - 1, 3);
                var right = 3 * (above[2] - above[0] + below[2] - below[0]) + 10 * (here[2] - here[0]);
                var down = 3 * (below[0] - above[0] + below[2] - above[2]) + 10 * (below[1] - above[1]);
                xx += right * right;
                yy += down * down;
                xy += right * down;
            }
        var (sin, cos) = Math.SinCos(Math.Atan2(2 * xy, xx - yy) / 2);
        return (cos, sin);
    }
}
