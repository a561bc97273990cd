using System.Globalization;
using WaaS.Logistics.Scanning.Data;
using WaaS.Logistics.Scanning.Gs1;
using WaaS.Logistics.Scanning.Vendors;

namespace WaaS.Logistics.Scanning.Tracking;

/// <summary>The carriers' check characters: which rule, and over which characters. The check character stands after them.</summary>
internal sealed class TrackingCheck
{
    private static readonly int[] S10Weights = [8, 6, 4, 2, 3, 5, 9, 7];
    private static readonly int[] FedExWeights = [1, 3, 7];
    private readonly string _rule;
    private readonly int _first;
    private readonly int _last;

    /// <param name="text">As in tracking-numbers.tsv, for example <c>ups 2-16</c>.</param>
    public TrackingCheck(string text)
    {
        var words = text.Split(' ');
        _rule = words[0];
        if (words.Length < 2)
            return;
        var range = words[1].Split('-').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        (_first, _last) = (range[0], range[1]);
    }

    public bool IsAny => _rule.Length > 0;

    public bool Holds(ReadOnlySpan<char> text)
    {
        var over = text[_first..(_last + 1)];
        var check = _last + 1 < text.Length ? text[_last + 1] : '\0';
        return _rule switch
        {
            "" => true,
            "digit" => text.IndexOfAnyInRange('0', '9') >= 0,
            "gs1" => check - '0' == CheckDigit.Of(over),
            "gls" => check - '0' == (CheckDigit.Of(over) + 9) % 10,
            "usps91" => check - '0' == CheckDigit.Of($"91{over}"),
            "ups" => check - '0' == Ups(over),
            "fedex" => check - '0' == FedEx(over),
            "s10" => check == text[_last + 1] && S10(text, text[2..10]),
            "mod7" => Rest(over, 7) == check - '0',
            "luhn" => Luhn.Holds(text[_first..(_last + 2)]),
            "dpd" => check == Dpd(over),
            "dhl" => check - '0' == Dhl(over),
            "ontrac" => check - '0' == Alternating($"{(text[0] == 'C' ? '4' : '5')}{over}", 2, 1),
            _ => throw new InvalidDataException($"tracking-numbers.tsv names a check '{_rule}' that there is not."),
        };
    }

    private static int Ups(ReadOnlySpan<char> text) => Alternating(text, 1, 2);

    // Letters count as their code less 3, by its last digit; weights from the right.
    private static int Alternating(ReadOnlySpan<char> text, int last, int beforeLast)
    {
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
            sum += (char.IsAsciiDigit(text[i]) ? text[i] - '0' : (text[i] - 3) % 10) * ((text.Length - i) % 2 == 1 ? last : beforeLast);
        return (10 - sum % 10) % 10;
    }

    private static int FedEx(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
            sum += (digits[^(i + 1)] - '0') * FedExWeights[i % 3];
        return sum % 11 % 10;
    }

    private static bool S10(ReadOnlySpan<char> text, ReadOnlySpan<char> serial)
    {
        if (!CodeLists.PostalCountries.Contains(text[11..]))
            return false;
        var sum = 0;
        for (var i = 0; i < serial.Length; i++)
            sum += (serial[i] - '0') * S10Weights[i];
        var check = 11 - sum % 11;
        return text[10] - '0' == (check == 10 ? 0 : check == 11 ? 5 : check);
    }

    private static long Rest(ReadOnlySpan<char> digits, int modulus)
    {
        var rest = 0;
        foreach (var digit in digits)
            rest = (rest * 10 + digit - '0') % modulus;
        return rest;
    }

    // ISO/IEC 7064 MOD 37,36.
    private static char Dpd(ReadOnlySpan<char> text)
    {
        var product = 36;
        foreach (var character in text)
        {
            var sum = (product + (character <= '9' ? character - '0' : character - 'A' + 10)) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return CheckCharacter.Alphabet[(37 - product) % 36];
    }

    // Weights 4 and 9 from the left, modulo 10.
    private static int Dhl(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
            sum += (digits[i] - '0') * (i % 2 == 0 ? 4 : 9);
        return (10 - sum % 10) % 10;
    }
}
