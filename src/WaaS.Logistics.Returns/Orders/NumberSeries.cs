using System.Globalization;

namespace WaaS.Logistics.Returns.Orders;

/// <summary>Numbers people read aloud: one series per thing, without gaps that a failed command would leave.</summary>
internal sealed class NumberSeries
{
    public const string Orders = "RO";
    public const string Parcels = "PC";
    public const string Sessions = "RS";

    public required string Prefix { get; init; }
    public long Last { get; private set; }

    public string Next() => $"{Prefix}-{(++Last).ToString("D6", CultureInfo.InvariantCulture)}";
}
