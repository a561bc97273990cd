namespace WaaS.Logistics.Returns.Receiving;

internal static class QuarantineQueries
{
    /// <summary>Devices outside the fleet that stand in quarantine with this serial; an unsaid maker may be any.</summary>
    public static IQueryable<Quarantine> Strangers(this IQueryable<Quarantine> quarantines, string serialKey, string? makerKey) => quarantines.Where(row =>
        row.State == QuarantineState.Standing && row.DeviceId == null && !row.IsPlaceholder && row.SerialKey == serialKey
        && (makerKey == null || row.MakerKey == "" || row.MakerKey == makerKey));
}
