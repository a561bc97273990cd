using System.Text.Json.Serialization;

namespace WaaS.Logistics.Erasure;

/// <summary>What became of an area a drive can hide.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HiddenAreaOutcome>))]
public enum HiddenAreaOutcome
{
    /// <summary>The drive did not tell.</summary>
    Unknown,

    /// <summary>Asked; there is none.</summary>
    NotPresent,

    /// <summary>There was one; it is gone, as the drive's size shows.</summary>
    Removed,

    /// <summary>There is one, and the drive keeps it.</summary>
    Present,
}

/// <summary>Hidden areas before and after they were reset; null is "the drive did not tell".</summary>
public sealed record HiddenAreaReport
{
    /// <summary>Host protected area.</summary>
    public required HiddenAreaOutcome Hpa { get; init; }

    /// <summary>Device configuration overlay.</summary>
    public required HiddenAreaOutcome Dco { get; init; }

    /// <summary>Accessible max address.</summary>
    public required HiddenAreaOutcome Ama { get; init; }

    /// <summary>Bytes the drive showed before.</summary>
    public required long? ShownBytesBefore { get; init; }

    /// <summary>Bytes the drive shows after.</summary>
    public required long? ShownBytesAfter { get; init; }

    /// <summary>The most the drive says it has.</summary>
    public required long? NativeBytes { get; init; }

    /// <summary>Commands that were sent to change something, in hexadecimal, in order.</summary>
    public required IReadOnlyList<string> Commands { get; init; }

    /// <summary>Each area that is there, or might be.</summary>
    [JsonIgnore]
    public IEnumerable<(string Area, HiddenAreaOutcome Outcome)> Open =>
        new[] { ("hpa", Hpa), ("dco", Dco), ("ama", Ama) }.Where(area => area.Item2 is not (HiddenAreaOutcome.NotPresent or HiddenAreaOutcome.Removed));

    /// <summary>A drive that was asked and has no such areas by its kind.</summary>
    public static HiddenAreaReport NoneBy(long? shown) => new()
    {
        Hpa = HiddenAreaOutcome.NotPresent, Dco = HiddenAreaOutcome.NotPresent, Ama = HiddenAreaOutcome.NotPresent,
        ShownBytesBefore = shown, ShownBytesAfter = shown, NativeBytes = shown, Commands = [],
    };

    /// <summary>Nothing is known.</summary>
    public static HiddenAreaReport Untold => new()
    {
        Hpa = HiddenAreaOutcome.Unknown, Dco = HiddenAreaOutcome.Unknown, Ama = HiddenAreaOutcome.Unknown,
        ShownBytesBefore = null, ShownBytesAfter = null, NativeBytes = null, Commands = [],
    };

    /// <summary>What an earlier run of the same job opened stays "removed", though this run found nothing there any more.</summary>
    public HiddenAreaReport After(HiddenAreaReport? earlier) => earlier is null ? this : this with
    {
        Hpa = Joined(earlier.Hpa, Hpa), Dco = Joined(earlier.Dco, Dco), Ama = Joined(earlier.Ama, Ama),
        ShownBytesBefore = earlier.ShownBytesBefore ?? ShownBytesBefore, Commands = [.. earlier.Commands, .. Commands],
    };

    private static HiddenAreaOutcome Joined(HiddenAreaOutcome before, HiddenAreaOutcome now) =>
        before == HiddenAreaOutcome.Removed && now == HiddenAreaOutcome.NotPresent ? HiddenAreaOutcome.Removed : now;
}
