using WaaS.Logistics.Scanning.Gs1;
using WaaS.Logistics.Scanning.Vendors;

namespace WaaS.Logistics.Scanning;

/// <summary>Digits that would be a number of the trade if their check digit were right: whoever holds the label should know that it may have been misread or mistyped.</summary>
internal static class NearMiss
{
    private const int Ean = 13;
    private const int Imei = 15;
    private const int WithAi = 16;

    public static void Warn(Reading reading, ReadOnlySpan<char> text)
    {
        if (text.Length is not (Ean or Imei or WithAi) || text.IndexOfAnyExceptInRange('0', '9') >= 0)
            return;
        if (text.Length == Imei && VendorCheck.Holds("tac", text) && !Luhn.Holds(text))
            reading.Warn("This is as long as an IMEI and begins like one, but the Luhn check digit does not fit: if it is meant to be one, it was misread or mistyped.");
        else if (text.Length == Ean && !reading.Aim.RulesOutEan && !CheckDigit.Holds(text))
            reading.Warn($"This is as long as an EAN, but the check digit is {text[^1]}, and {CheckDigit.Of(text[..^1])} would be right: if it is meant to be one, it was misread or mistyped.");
        else if (text.Length == WithAi && text.StartsWith("01") && !CheckDigit.Holds(text[2..]))
            reading.Warn($"This is as long as a GTIN with its application identifier (01), but the check digit is {text[^1]}, and {CheckDigit.Of(text[2..^1])} would be right: if it is meant to be one, it was misread or mistyped.");
    }
}
