namespace WaaS.Logistics.Scanning.Vendors;

/// <summary>The Luhn check digit of IMEI, ICCID and some carriers (ISO/IEC 7812-1, annex B).</summary>
public static class Luhn
{
    /// <summary>Whether the last digit is the check digit of those before it; blanks and hyphens between digits do not count.</summary>
    /// <returns>False for anything but digits.</returns>
    public static bool Holds(ReadOnlySpan<char> digits)
    {
        int sum = 0, place = 0;
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            if (digits[i] is ' ' or '-')
                continue;
            if (!char.IsAsciiDigit(digits[i]))
                return false;
            var value = (digits[i] - '0') << (place++ & 1);
            sum += value > 9 ? value - 9 : value;
        }
        return place > 1 && sum % 10 == 0;
    }

    /// <summary>The same to the base 16, as for MEID (3GPP2 S.R0048).</summary>
    public static bool HoldsHexadecimal(ReadOnlySpan<char> digits)
    {
        int sum = 0, place = 0;
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiHexDigit(digits[i]))
                return false;
            var value = Convert.ToInt32(digits[i].ToString(), 16) << (place++ & 1);
            sum += value / 16 + value % 16;
        }
        return place > 1 && sum % 16 == 0;
    }
}
