using System.Text.Json;
using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Station.Watching;

/// <summary>A bay of this station.</summary>
/// <param name="Label">What stands on the slot.</param>
/// <param name="Path">A name that stays with the slot.</param>
internal sealed record Place(string Label, string Path);

/// <summary>The bays a station's folder names in <c>bays.json</c>. Looks only: what may be overwritten, the wipe decides itself.</summary>
internal static class Places
{
    private const int LongestLabel = 40;

    /// <exception cref="TargetRefusedException">The file cannot be relied on.</exception>
    public static IReadOnlyList<Place> Read(string folder)
    {
        string path = Path.Combine(folder, "bays.json");
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(path));
            List<Place> places = [.. file.RootElement.GetProperty("bays").EnumerateArray()
                .Select(bay => new Place(bay.GetProperty("label").GetString() ?? "", bay.GetProperty("path").GetString() ?? ""))];
            return places.All(place => place is { Label.Length: > 0 and <= LongestLabel, Path.Length: > 0 })
                && places.Select(place => place.Label).Distinct(StringComparer.OrdinalIgnoreCase).Count() == places.Count
                ? places : throw Wrong(path, $"each bay needs a label of its own of at most {LongestLabel} characters, and a path");
        }
        catch (Exception failed) when (failed is JsonException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw Wrong(path, failed.Message);
        }
    }

    private static TargetRefusedException Wrong(string path, string what) => new("station.bays-file", $"{path}: {what}.");
}
