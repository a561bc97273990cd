using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>The file that names a station's bays. It decides what may be destroyed, so it is strict about what it says and who wrote it.</summary>
internal sealed record BaysFile
{
    private const int MaximumBytes = 1 << 20, LongestLabel = 40;

    public required IReadOnlyList<Bay> Bays { get; init; }

    // Left out is null: generated readers do not keep a default.
    public IReadOnlyList<string>? DeniedSerials { get; init; }

    public static AllowedBays Read(string path)
    {
        if (!Path.Exists(path))
        {
            return AllowedBays.None;
        }

        try
        {
            using SafeFileHandle file = Libc.Open(path, Libc.ReadOnly | Libc.NoFollow | Libc.NonBlocking);
            FileFacts facts = FileFacts.Of(file);
            Check(path, facts);
            byte[] content = new byte[facts.Size];
            int read = RandomAccess.Read(file, content, 0);
            BaysFile said = JsonSerializer.Deserialize(content.AsSpan(0, read), BaysJson.Default.BaysFile) ?? throw Wrong(path, "it is empty");
            said.Check(path);
            return new AllowedBays(said.Bays, said.DeniedSerials ?? []);
        }
        catch (Exception failed) when (failed is JsonException or SystemCallException)
        {
            throw Wrong(path, failed.Message);
        }
    }

    private static void Check(string path, FileFacts facts)
    {
        const int OthersMayWrite = 0x12;
        if (facts.Kind != FileKind.Regular || facts.Size is 0 or > MaximumBytes)
        {
            throw Wrong(path, "it is no regular file of a sensible size");
        }

        if (facts.Owner != 0 && facts.Owner != Libc.EffectiveUser())
        {
            throw Wrong(path, $"it belongs to user {facts.Owner}: it must be root's or your own");
        }

        if ((facts.Permissions & OthersMayWrite) != 0)
        {
            throw Wrong(path, "others may write it: chmod go-w");
        }
    }

    private void Check(string path)
    {
        // Entries of a list may be null whatever their type says.
        if (Bays.Any(bay => bay is not { Label.Length: > 0 and <= LongestLabel, Path.Length: > 0 } || bay.Label.Trim() != bay.Label))
        {
            throw Wrong(path, $"bays: each needs a label of at most {LongestLabel} characters, without blanks around it, and a path");
        }

        if (Bays.FirstOrDefault(bay => !Stays(bay.Path)) is { } moving)
        {
            throw Wrong(path, $"bays: {moving.Path} of {moving.Label} does not stay with the place: use /dev/disk/by-path/... or a folder below /sys/devices/...");
        }

        if (Bays.GroupBy(bay => bay.Label, StringComparer.OrdinalIgnoreCase).Concat(Bays.GroupBy(bay => bay.Path)).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw Wrong(path, $"bays: {twice.Key} is named twice");
        }

        if (DeniedSerials?.Any(string.IsNullOrWhiteSpace) == true)
        {
            throw Wrong(path, "deniedSerials: one is empty");
        }
    }

    private static bool Stays(string path) =>
        Path.GetFullPath(path) == path && !path.EndsWith('/') && (path.StartsWith("/dev/disk/by-path/", StringComparison.Ordinal) || path.StartsWith("/sys/devices/", StringComparison.Ordinal));

    private static TargetRefusedException Wrong(string path, string what) => new(TargetRules.BaysFile, $"{path}: {what}. Nothing is touched until it is right.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(BaysFile))]
internal sealed partial class BaysJson : JsonSerializerContext;
