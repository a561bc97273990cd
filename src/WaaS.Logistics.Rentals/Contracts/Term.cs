namespace WaaS.Logistics.Rentals.Contracts;

/// <summary>How long a contract runs, by the civil code's way of counting months (§§ 187 (2), 188 (2) and (3) BGB).</summary>
internal static class Term
{
    public static readonly int[] Offered = [12, 24, 36];

    /// <summary>The day before the one that has the number of the first day, or the month's last where it has no such day.</summary>
    public static DateOnly LastDay(DateOnly first, int months)
    {
        var corresponding = first.AddMonths(months);
        return corresponding.Day < first.Day ? corresponding : corresponding.AddDays(-1);
    }
}
