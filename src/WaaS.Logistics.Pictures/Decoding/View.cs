namespace WaaS.Logistics.Pictures.Decoding;

/// <summary>A picture looked at enlarged or turned, and the way back from a point in the view to the picture.</summary>
/// <param name="X">Where the upper left corner of the view lies in the picture.</param>
/// <param name="Y">See <paramref name="X"/>.</param>
/// <param name="StepX">How far one pixel to the right in the view leads in the picture; one down is a quarter turn from that.</param>
/// <param name="StepY">See <paramref name="StepX"/>.</param>
internal sealed record View(Luminance Picture, double X, double Y, double StepX, double StepY)
{
    // A view is for small and slanted codes; a larger one costs seconds and finds no more.
    private const double MaxPixels = 12_000_000;

    public static View Of(Luminance picture) => new(picture, 0, 0, 1, 0);

    /// <summary>White bars on black: the decoder itself turns only matrix codes over.</summary>
    public static View Negative(Luminance picture) => Of(picture with { Pixels = Array.ConvertAll(picture.Pixels, grey => (byte)(255 - grey)) });

    public static View Contrasted(Luminance picture) => Of(LocalContrast.Of(picture));

    /// <param name="scale">1 keeps the size.</param>
    /// <param name="degrees">Clockwise.</param>
    /// <param name="most">Pixels of the view; a larger one is made smaller.</param>
    public static View Of(Luminance picture, double scale, double degrees, double most = MaxPixels)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var width = picture.Width * Math.Abs(cos) + picture.Height * Math.Abs(sin);
        var height = picture.Width * Math.Abs(sin) + picture.Height * Math.Abs(cos);
        scale = Math.Min(scale, Math.Sqrt(most / (width * height)));
        // The middle of the view is the middle of the picture.
        var (stepX, stepY) = (cos / scale, -sin / scale);
        var (wide, high) = (Math.Max(1, (int)Math.Ceiling(width * scale)), Math.Max(1, (int)Math.Ceiling(height * scale)));
        var (x, y) = (picture.Width / 2.0 - stepX * wide / 2 + stepY * high / 2, picture.Height / 2.0 - stepY * wide / 2 - stepX * high / 2);
        // A pixel's colour is that of its middle.
        var (half, quarter) = ((stepX - stepY) / 2 - 0.5, (stepY + stepX) / 2 - 0.5);
        return new View(Resampling.Of(picture, wide, high, x + half, y + quarter, stepX, stepY), x, y, stepX, stepY);
    }

    public Corners Map(Corners corners) => corners.Select(point => new Point(
        (int)Math.Round(X + StepX * point.X - StepY * point.Y),
        (int)Math.Round(Y + StepY * point.X + StepX * point.Y)));
}
