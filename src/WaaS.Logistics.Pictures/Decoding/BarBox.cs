namespace WaaS.Logistics.Pictures.Decoding;

/// <summary>
/// The corners of a linear code that lies at a slant: the decoder tells where its level lines went in and out, which is a sliver across the bars. Here the bars are followed to their ends.
/// </summary>
internal static class BarBox
{
    private const int Probes = 48;
    private const double LeastSlant = 2 * Math.PI / 180;

    /// <param name="told">As the decoder tells them; clockwise.</param>
    /// <returns>As told, where the code lies level or its bars cannot be followed.</returns>
    public static Corners Fit(Luminance picture, Corners told)
    {
        var (alongX, alongY) = ((told.TopRight.X - told.TopLeft.X + told.BottomRight.X - told.BottomLeft.X) / 2.0, (told.TopRight.Y - told.TopLeft.Y + told.BottomRight.Y - told.BottomLeft.Y) / 2.0);
        var length = Math.Sqrt(alongX * alongX + alongY * alongY);
        var (x, y) = BarDirection.Across(picture, told.Centre, (int)Math.Clamp(length / 10, 8, 60));
        if (x * alongX + y * alongY < 0)
            (x, y) = (-x, -y);
        var half = (alongX * x + alongY * y) / 2;
        if (half < Probes / 4.0 || Math.Abs(alongX * y - alongY * x) < length * Math.Sin(LeastSlant))
            return told;
        var middle = Level(picture, told.Centre, x, y, half);
        // What lies beyond both ends is the ground; outside the picture it is taken for paper.
        var ground = Grey(picture, told.Centre.X + x * half * 1.06, told.Centre.Y + y * half * 1.06) + Grey(picture, told.Centre.X - x * half * 1.06, told.Centre.Y - y * half * 1.06) > 2 * middle;
        List<int> up = [], down = [];
        for (var probe = 1; probe < Probes; probe++)
        {
            var along = half * (2.0 * probe / Probes - 1);
            var (barX, barY) = (told.Centre.X + x * along, told.Centre.Y + y * along);
            if (Grey(picture, barX, barY) > middle == ground)
                continue;
            up.Add(Follow(barX, barY, y, -x));
            down.Add(Follow(barX, barY, -y, x));
        }
        if (up.Count < 4)
            return told;
        // A direction that is off by half a degree leaves narrow bars early; the guard bars of an EAN are longer than the others.
        var (above, below) = (Most(up), Most(down));
        return new Corners(At(-half, -above), At(half, -above), At(half, below), At(-half, below));

        Point At(double along, double across) => new((int)Math.Round(told.Centre.X + x * along - y * across), (int)Math.Round(told.Centre.Y + y * along + x * across));

        int Follow(double fromX, double fromY, double stepX, double stepY)
        {
            var steps = 0;
            while (steps < half * 4 && picture.At(fromX + stepX * steps, fromY + stepY * steps) is { } grey && grey > middle != ground)
                steps++;
            return steps;
        }
    }

    private static int Most(List<int> steps)
    {
        steps.Sort();
        return steps[steps.Count * 3 / 4];
    }

    private static double Level(Luminance picture, Point centre, double x, double y, double half)
    {
        var (low, high) = (255.0, 0.0);
        for (var along = -half; along <= half; along++)
            if (Grey(picture, centre.X + x * along, centre.Y + y * along) is var grey)
                (low, high) = (Math.Min(low, grey), Math.Max(high, grey));
        return (low + high) / 2;
    }

    private static byte Grey(Luminance picture, double x, double y) => picture.At(x, y) ?? byte.MaxValue;
}
