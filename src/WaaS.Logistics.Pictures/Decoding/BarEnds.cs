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
        var (acrossX, acrossY) = BarDirection.Across(picture, ends.Centre, Math.Max(6, (int)(Math.Sqrt((double)alongX * alongX + (double)alongY * alongY) / 2 / modules * 8)));
        var half = Math.Abs(alongX * acrossX + alongY * acrossY) / 4;
        var module = half * 2 / modules;
        if (module < 0.5)
            return false;
        var (dark, light) = Extremes(-half, half);
        // Cut off by the edge of the picture on one side only, it may go on there.
        return IsOutside(half + Last * module) == IsOutside(-half - Last * module)
            && IsQuiet(half + First * module, half + Last * module) && IsQuiet(-half - Last * module, -half - First * module);

        bool IsOutside(double at) => ends.Centre.X + at * acrossX is var x && ends.Centre.Y + at * acrossY is var y && (x < 0 || y < 0 || x >= picture.Width || y >= picture.Height);

        bool IsQuiet(double from, double to) => Extremes(from, to) is var (low, high) && high - low < (light - dark) * Quiet;

        (int Dark, int Light) Extremes(double from, double to)
        {
            var (low, high) = (255, 0);
            for (var at = from; at <= to; at += Math.Max(0.5, module * Step))
                if (picture.At(ends.Centre.X + at * acrossX, ends.Centre.Y + at * acrossY) is { } grey)
                    (low, high) = (Math.Min(low, grey), Math.Max(high, grey));
            return (low, Math.Max(low, high));
        }
    }
}
