namespace WaaS.Logistics.Pictures.Decoding;

/// <summary>
/// Whether a linear code really ends where it was read to. A line across slanted bars that leaves the symbol at its upper edge sees paper there, and what it saw until then can be a number too where the symbology has no check character (ITF):
/// so the neighbourhood is looked at across the bars, however they lie.
/// </summary>
internal static class BarEnds
{
    // Beyond the edge of the last bar, as far as the next bar of a symbol that goes on; in modules.
    private const double First = 1.5;
    private const double Last = 4.5;
    private const double Step = 0.25;
    private const double Quiet = 0.5;

    /// <param name="modules">From end to end, in widths of the narrowest bar; roughly.</param>
    public static bool AreQuiet(Luminance picture, Corners ends, double modules)
    {
        var (alongX, alongY) = (ends.TopRight.X - ends.TopLeft.X + ends.BottomRight.X - ends.BottomLeft.X, ends.TopRight.Y - ends.TopLeft.Y + ends.BottomRight.Y - ends.BottomLeft.Y);
        var (acrossX, acrossY) = AcrossBars(picture, ends.Centre, Math.Max(6, (int)(Math.Sqrt((double)alongX * alongX + (double)alongY * alongY) / 2 / modules * 8)));
        var half = Math.Abs(alongX * acrossX + alongY * acrossY) / 4;
        var module = half * 2 / modules;
        if (module < 0.5)
            return false;
        var (dark, light) = Extremes(-half, half);
        return IsQuiet(half + First * module, half + Last * module) && IsQuiet(-half - Last * module, -half - First * module);

        bool IsQuiet(double from, double to) => Extremes(from, to) is var (low, high) && high - low < (light - dark) * Quiet;

        (int Dark, int Light) Extremes(double from, double to)
        {
            var (low, high) = (255, 0);
            for (var at = from; at <= to; at += Math.Max(0.5, module * Step))
            {
                var (x, y) = ((int)Math.Round(ends.Centre.X + at * acrossX), (int)Math.Round(ends.Centre.Y + at * acrossY));
                if (x < 0 || y < 0 || x >= picture.Width || y >= picture.Height)
                    continue;
                var grey = picture.Pixels[y * picture.Width + x];
                (low, high) = (Math.Min(low, grey), Math.Max(high, grey));
            }
            return (low, Math.Max(low, high));
        }
    }

    // The direction in which it changes most from dark to light: the greater axis of the structure tensor.
    private static (double X, double Y) AcrossBars(Luminance picture, Point middle, int reach)
    {
        long xx = 0, yy = 0, xy = 0;
        for (var y = Math.Max(1, middle.Y - reach); y < Math.Min(picture.Height - 1, middle.Y + reach); y++)
            for (var x = Math.Max(1, middle.X - reach); x < Math.Min(picture.Width - 1, middle.X + reach); x++)
            {
                // Sobel's: the plain difference of two neighbours leans to the diagonals.
                var above = picture.Pixels.AsSpan((y - 1) * picture.Width + x - 1, 3);
                var here = picture.Pixels.AsSpan(y * picture.Width + x - 1, 3);
                var below = picture.Pixels.AsSpan((y + 1) * picture.Width + x - 1, 3);
                var right = above[2] - above[0] + 2 * (here[2] - here[0]) + below[2] - below[0];
                var down = below[0] - above[0] + 2 * (below[1] - above[1]) + below[2] - above[2];
                xx += right * right;
                yy += down * down;
                xy += right * down;
            }
        var (sin, cos) = Math.SinCos(Math.Atan2(2 * xy, xx - yy) / 2);
        return (cos, sin);
    }
}
