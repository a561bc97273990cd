namespace WaaS.Logistics.Scanning.Gs1;

internal delegate Fault Check(ReadOnlySpan<char> text);

/// <summary>One part of an element's value: how long, of which characters, and what they must satisfy.</summary>
/// <param name="Checks">The characters first.</param>
internal sealed record AiPart(bool IsOptional, int Least, int Most, Check[] Checks)
{
    private static readonly Dictionary<string, Check> Known = new()
    {
        ["digits"] = Charsets.Digits, ["text82"] = Charsets.Text82, ["text39"] = Charsets.Text39, ["text64"] = Charsets.Text64,
        ["check-digit"] = CheckDigit.Check, ["check-pair"] = CheckDigit.CheckPair, ["prefix"] = ValueChecks.Prefix, ["prefix-at-2"] = ValueChecks.PrefixAtTwo,
        ["date"] = DateChecks.Date, ["date-or-month"] = DateChecks.DateOrMonth, ["long-date"] = DateChecks.LongDate,
        ["hour"] = DateChecks.Hour, ["minute"] = DateChecks.Minute, ["second"] = DateChecks.Second, ["hour-minute"] = DateChecks.HourMinute,
        ["country"] = ValueChecks.Country, ["country-or-999"] = ValueChecks.CountryOr999, ["country-letters"] = ValueChecks.CountryLetters, ["currency"] = ValueChecks.Currency,
        ["sex"] = ValueChecks.Sex, ["percent-encoded"] = ValueChecks.PercentEncoded, ["yes-no"] = ValueChecks.YesNo, ["hyphens"] = ValueChecks.Hyphens,
        ["importer-index"] = ValueChecks.ImporterIndex, ["package-type"] = ValueChecks.PackageType, ["media-type"] = ValueChecks.MediaType,
        ["position-slash-end"] = ValueChecks.PositionSlashEnd, ["not-zero"] = ValueChecks.NotZero, ["zero"] = ValueChecks.Zero, ["winding"] = ValueChecks.Winding,
        ["piece-of-total"] = ValueChecks.PieceOfTotal, ["iban"] = Iban.Check, ["no-leading-zero"] = ValueChecks.NoLeadingZero, ["has-non-digit"] = ValueChecks.HasNonDigit,
        ["coupon"] = Coupons.Check, ["coupon-offer"] = Coupons.CheckOffer, ["latitude"] = ValueChecks.Latitude, ["longitude"] = ValueChecks.Longitude,
    };

    /// <param name="text">As in application-identifiers.tsv, for example <c>optional digits 13 check-digit</c>.</param>
    public static AiPart Parse(string text)
    {
        var words = text.Split(' ');
        var optional = words[0] == "optional";
        var (charset, length) = optional ? (words[1], words[2]) : (words[0], words[1]);
        var dash = length.IndexOf('-');
        var most = int.Parse(length.AsSpan(dash + 1), System.Globalization.CultureInfo.InvariantCulture);
        return new AiPart(optional, dash < 0 ? most : 1, most, [Known[charset], .. words[(optional ? 3 : 2)..].Select(name => Known[name])]);
    }

    public static Check CheckCalled(string name) => Known[name];
}
