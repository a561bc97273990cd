namespace WaaS.Logistics.Pictures.Decoding;

/// <summary>
/// A picture enlarged, made smaller or turned, by the cubic of Mitchell and Netravali (B = C = 1/3). Skia has the same filter, but needs 200 ms for a million pixels, five times as long as it takes to find codes in them.
/// </summary>
internal static class Resampling
{
    private const int Fraction = 16;
    private const int Phases = 256;
    private const int One = 256;
    private static readonly int[] Weights = [.. Enumerable.Range(0, Phases).SelectMany(WeightsOf)];

    /// <param name="startX">Where the first pixel of the result lies in the picture, and <paramref name="startY"/>.</param>
    /// <param name="stepX">How far the next pixel to the right lies from it in the picture, and <paramref name="stepY"/>; the next one below is a quarter turn from that.</param>
    public static Luminance Of(Luminance picture, int width, int height, double startX, double startY, double stepX, double stepY)
    {
        var pixels = new byte[width * height];
        Array.Fill(pixels, byte.MaxValue);
        var (alongX, alongY) = (Fixed(stepX), Fixed(stepY));
        for (var y = 0; y < height; y++)
        {
            var (sourceX, sourceY) = (Fixed(startX - stepY * y), Fixed(startY + stepX * y));
            var row = pixels.AsSpan(y * width, width);
            for (var x = 0; x < width; x++, sourceX += alongX, sourceY += alongY)
            {
                var (left, top) = (sourceX >> Fraction, sourceY >> Fraction);
                if (left < 0 || top < 0 || left >= picture.Width || top >= picture.Height)
                    continue;
                row[x] = At(picture, (int)left, (int)top, Phase(sourceX), Phase(sourceY));
            }
        }
        return new Luminance(width, height, pixels);
    }

    private static byte At(Luminance picture, int left, int top, int phaseX, int phaseY)
    {
        var across = Weights.AsSpan(phaseX * 4, 4);
        var down = Weights.AsSpan(phaseY * 4, 4);
        var sum = 0;
        if (left >= 1 && top >= 1 && left < picture.Width - 2 && top < picture.Height - 2)
        {
            var at = (top - 1) * picture.Width + left - 1;
            for (var i = 0; i < 4; i++, at += picture.Width)
            {
                var line = picture.Pixels.AsSpan(at, 4);
                sum += down[i] * (across[0] * line[0] + across[1] * line[1] + across[2] * line[2] + across[3] * line[3]);
            }
        }
        else
            for (var i = 0; i < 4; i++)
                for (var j = 0; j < 4; j++)
                    sum += down[i] * across[j] * picture.Pixels[Math.Clamp(top - 1 + i, 0, picture.Height - 1) * picture.Width + Math.Clamp(left - 1 + j, 0, picture.Width - 1)];
        return (byte)Math.Clamp((sum + One * One / 2) / (One * One), 0, 255);
    }

    private static long Fixed(double value) => (long)Math.Round(value * (1 << Fraction));

    private static int Phase(long place) => (int)(place >> (Fraction - 8)) & (Phases - 1);

    private static int[] WeightsOf(int phase)
    {
        var way = phase / (double)Phases;
        int[] weights = [Weight(1 + way), 0, Weight(1 - way), Weight(2 - way)];
        weights[1] = One - weights.Sum();
        return weights;
    }

    private static int Weight(double x) => (int)Math.Round(One * (x < 1 ? (7 * x * x * x - 12 * x * x + 16 / 3.0) / 6 : (-7 / 3.0 * x * x * x + 12 * x * x - 20 * x + 32 / 3.0) / 6));
}
