using System.Globalization;
using System.Text;

namespace WaaS.Logistics.Proof.Json;

/// <summary>Number text as ECMAScript writes it (ECMA-262 Number::toString, required by RFC 8785 section 3.2.2.3).</summary>
internal static class Es6Number
{
    public static string Format(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), "NaN and infinity have no JSON form.");
        if (value == 0) return "0";

        var (digits, point) = ShortestDigits(Math.Abs(value));
        var text = Lay(digits, point);
        return value < 0 ? "-" + text : text;
    }

    /// <summary>The shortest digits that round-trip, and where the decimal point stands: value = 0.digits x 10^point.</summary>
    private static (string Digits, int Point) ShortestDigits(double value)
    {
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        if (!shortest.Contains('E', StringComparison.Ordinal))
        {
            var dot = shortest.IndexOf('.', StringComparison.Ordinal);
            var whole = dot < 0 ? shortest : shortest[..dot];
            var fraction = dot < 0 ? "" : shortest[(dot + 1)..];
            var all = (whole + fraction).TrimStart('0');
            var leadingZeros = (whole + fraction).Length - all.Length;
            return (all.TrimEnd('0'), whole.Length - leadingZeros);
        }

        var e = shortest.IndexOf('E', StringComparison.Ordinal);
        var mantissa = shortest[..e].Replace(".", "", StringComparison.Ordinal);
        var exponent = int.Parse(shortest.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return (mantissa.TrimEnd('0'), exponent + 1);
    }

    private static string Lay(string digits, int point)
    {
        var k = digits.Length;
        if (k <= point && point <= 21) return digits + new string('0', point - k);
        if (0 < point && point <= 21) return $"{digits[..point]}.{digits[point..]}";
        if (-6 < point && point <= 0) return $"0.{new string('0', -point)}{digits}";

        var exponent = point - 1;
        var text = new StringBuilder(digits[..1]);
        if (k > 1) text.Append('.').Append(digits, 1, k - 1);
        return text.Append('e').Append(exponent < 0 ? '-' : '+').Append(CultureInfo.InvariantCulture, $"{Math.Abs(exponent)}").ToString();
    }
}
