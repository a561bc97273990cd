namespace WaaS.Logistics.Pictures;

/// <summary>A point of a picture as it is looked at (after its EXIF orientation), in pixels from the upper left.</summary>
public readonly record struct Point(int X, int Y);

/// <summary>The corners of a code, named from the code's own upright position.</summary>
public sealed record Corners(Point TopLeft, Point TopRight, Point BottomRight, Point BottomLeft)
{
    internal Corners Select(Func<Point, Point> map) => new(map(TopLeft), map(TopRight), map(BottomRight), map(BottomLeft));

    internal Point Centre => new((TopLeft.X + TopRight.X + BottomRight.X + BottomLeft.X) / 4, (TopLeft.Y + TopRight.Y + BottomRight.Y + BottomLeft.Y) / 4);

    /// <summary>Clockwise: of a linear code read from right to left the decoder names top and bottom as they lie in the picture, as if it were seen in a mirror.</summary>
    internal Corners Clockwise() =>
        (long)(TopRight.X - TopLeft.X) * (BottomLeft.Y - TopLeft.Y) < (long)(TopRight.Y - TopLeft.Y) * (BottomLeft.X - TopLeft.X) ? new(BottomLeft, BottomRight, TopRight, TopLeft) : this;

    /// <summary>Whether the point lies in the upright box around the corners, give or take a few pixels.</summary>
    internal bool Surround(Point point)
    {
        const int margin = 8;
        Point[] all = [TopLeft, TopRight, BottomRight, BottomLeft];
        return point.X >= all.Min(corner => corner.X) - margin && point.X <= all.Max(corner => corner.X) + margin
            && point.Y >= all.Min(corner => corner.Y) - margin && point.Y <= all.Max(corner => corner.Y) + margin;
    }
}
