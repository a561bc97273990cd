using System.Globalization;

namespace WaaS.Logistics.Pictures.Decoding;

/// <summary>
/// Codablock F is a stack of rows each of which is a right Code 128; the decoder does not know it and tells every row as a code of its own. A row by itself is no text of anybody's: better none than those.
/// Told by rows of one width that lie upon one another and count themselves off (AIM Codablock F: the second row begins with + or 43).
/// </summary>
internal static class StackedRows
{
    private const double SameEnd = 0.04;
    private const double LargestGap = 0.5;

    public static void Remove(List<FoundCode> found)
    {
        var rows = new HashSet<FoundCode>(ReferenceEqualityComparer.Instance);
        foreach (var upper in found)
            foreach (var lower in found)
                if (upper.Format == "Code128" && lower.Format == "Code128" && LiesUpon(upper.Position, lower.Position) && NumberOf(lower.Text) is { } number && (number == 1 || number == NumberOf(upper.Text) + 1))
                    (_, _) = (rows.Add(upper), rows.Add(lower));
        found.RemoveAll(rows.Contains);
    }

    // Seen from the code's own upright position.
    private static bool LiesUpon(Corners upper, Corners lower)
    {
        var (width, height) = (Between(upper.TopLeft, upper.TopRight), Between(upper.TopLeft, upper.BottomLeft));
        return Between(upper.BottomLeft, lower.TopLeft) <= height * LargestGap + width * SameEnd && IsBelow(upper.BottomLeft, lower.TopLeft) && IsBelow(upper.BottomRight, lower.TopRight);

        bool IsBelow(Point from, Point to)
        {
            var (x, y) = ((upper.TopRight.X - upper.TopLeft.X) / width, (upper.TopRight.Y - upper.TopLeft.Y) / width);
            var (right, down) = ((to.X - from.X) * x + (to.Y - from.Y) * y, (to.Y - from.Y) * x - (to.X - from.X) * y);
            return Math.Abs(right) <= width * SameEnd && down >= -height * LargestGap / 2 && down <= height * LargestGap;
        }
    }

    // In letters + to /, then : and on, leaving out the digits; in digits two of them.
    private static int? NumberOf(string text) => text switch
    {
        [>= '+' and <= '/', ..] => text[0] - '+' + 1,
        [>= ':' and <= '_', ..] => text[0] - ':' + 6,
        [>= '4' and <= '9', >= '0' and <= '9', ..] => int.Parse(text.AsSpan(0, 2), CultureInfo.InvariantCulture) - 42 is > 0 and var number ? number : null,
        _ => null,
    };

    private static double Between(Point one, Point other) => Math.Max(1, Math.Sqrt(Math.Pow(one.X - other.X, 2) + Math.Pow(one.Y - other.Y, 2)));
}
