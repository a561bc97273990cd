using System.Globalization;

namespace WaaS.Logistics.Resale.PickLists;

/// <summary>Numbers people read aloud, without gaps that a failed command would leave.</summary>
internal sealed class NumberSeries
{
    public const string PickLists = "PL";

    public required string Prefix { get; init; }
    public long Last { get; private set; }

    public string Next() => $"{Prefix}-{(++Last).ToString("D6", CultureInfo.InvariantCulture)}";
}
