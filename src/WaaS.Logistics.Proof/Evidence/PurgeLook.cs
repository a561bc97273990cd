using System.Text.Json.Serialization;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>A look at the medium after a firmware erase: nothing of what lay there may be found.</summary>
public sealed record PurgeLook
{
    /// <summary>Known content before: the stream of the last overwrite, or marks written at the sampled places.</summary>
    public required LookedFor LookedFor { get; init; }

    /// <summary>Whether the seed was drawn after the erase; marks must stand before. Unknown where all was looked at.</summary>
    public required TriState SeedDrawnAfter { get; init; }

    /// <summary>Bytes per place.</summary>
    public required int BlockBytes { get; init; }

    /// <summary>Blocks of one repeated byte; told, not judged.</summary>
    public required long UniformBlocks { get; init; }

    /// <summary>Digest of the places looked at (<see cref="SamplePlaces.Digest"/>), made while they were read; left out where all was looked at.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ContentHash? PlacesDigest { get; init; }

    /// <summary>Of what the seed was made; left out for marks, where all was looked at, and by stations of before: then the moment it was drawn is their word alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SeedHalves? SeedFrom { get; init; }

    /// <summary>No larger share can have been left, at 99.9 % confidence; 0 when all was looked at.</summary>
    public required double LeftAtMost { get; init; }
}

/// <summary>What is looked for after a firmware erase.</summary>
[JsonConverter(typeof(Json.StrictEnumConverter<LookedFor>))]
public enum LookedFor
{
    /// <summary>The stream of the last overwrite.</summary>
    Stream,

    /// <summary>Marks written for this purpose.</summary>
    Marks,
}
