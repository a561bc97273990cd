namespace WaaS.Logistics.Platform.Data.Backup;

/// <summary>A file that could not go into a backup.</summary>
/// <param name="Path">In the data folder, such as <c>blobs/0a12...</c>.</param>
/// <param name="Why">What is wrong with it, to be said after its name.</param>
/// <param name="Of">What it belongs to, as far as a row says so.</param>
internal sealed record BackupGap(string Path, string Why, IReadOnlyList<string> Of)
{
    private const int Named = 20;

    public static string Refusal(IReadOnlyList<BackupGap> gaps) =>
        $"No backup has been written: {string.Join("; ", gaps.Take(Named))}{(gaps.Count > Named ? $"; and {gaps.Count - Named} more" : "")}. "
        + "Put back from an older backup what is wrong, or take a backup of the rest with --leave-out-damaged.";

    public override string ToString() => $"'{Path}' {Why} ({(Of.Count == 0 ? "no record names it" : string.Join(", ", Of))})";
}
