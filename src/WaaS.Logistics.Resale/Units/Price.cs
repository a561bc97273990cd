using System.Globalization;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Resale.Units;

/// <summary>What a unit costs: whole minor units of an ISO 4217 currency.</summary>
internal sealed record Price(long Minor, string Currency)
{
    private const long Most = 100_000_000_00;

    // ISO 4217, list one: active currencies with a minor unit.
    private static readonly HashSet<string> Codes =
    [
        .. ("AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD "
            + "HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG "
            + "QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG").Split(' '),
    ];

    private static readonly Dictionary<string, int> OtherDigits =
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".Split(' ').Select(code => (code, 0)).Concat("BHD IQD JOD KWD LYD OMR TND".Split(' ').Select(code => (code, 3))).ToDictionary();

    public static Price Read(long minor, string? currency)
    {
        var code = currency?.Trim().ToUpperInvariant() ?? "";
        if (!Codes.Contains(code))
            throw RefusedException.Invalid("currency", $"'{currency}' is no currency of ISO 4217. Write three letters, like EUR.", currency ?? "");
        return minor is > 0 and <= Most ? new Price(minor, code)
            : throw RefusedException.Invalid("priceMinor", $"A price is more than nothing, in whole minor units (cents), at most {Most}.", Most);
    }

    /// <summary>As people type it in their own language: 499,90 or 499.90.</summary>
    public static Price ReadTyped(string? amount, string? currency)
    {
        var code = currency?.Trim().ToUpperInvariant() ?? "";
        var text = amount?.Trim() ?? "";
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.CurrentCulture, out var value) || value != decimal.Round(value, Digits(code)) || value is <= 0 or > Most || value * Factor(code) > Most)
            throw RefusedException.Invalid("price", $"'{text}' is no price. Write the amount, like {499.9m.ToString("N2", CultureInfo.CurrentCulture)}.", 499.9m.ToString("N2", CultureInfo.CurrentCulture));
        return Read((long)(value * Factor(code)), code);
    }

    public static string Say(long minor, string currency) => $"{(minor / Factor(currency)).ToString("N" + Digits(currency), CultureInfo.CurrentCulture)} {currency}";

    private static int Digits(string currency) => OtherDigits.GetValueOrDefault(currency, 2);

    private static decimal Factor(string currency) => Digits(currency) switch { 0 => 1m, 3 => 1000m, _ => 100m };
}
