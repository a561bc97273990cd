using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>A carrier that could be named to the station. Being listed is no permission: only <see cref="Target.Open"/> decides.</summary>
/// <param name="Path">Name to open it by.</param>
/// <param name="Kind">File or loop device.</param>
/// <param name="SizeBytes">Visible size; null when it cannot be asked.</param>
/// <param name="ImagePath">The image file.</param>
/// <param name="Label">What lies beside the image.</param>
/// <param name="Refusal">Why it would be refused, as far as looking shows; null when nothing is known against it.</param>
public sealed record TargetListing(
    string Path, TargetKind Kind, long? SizeBytes, string? ImagePath, CarrierLabel? Label, string? Refusal);

/// <summary>Looks at what is there without opening anything for writing.</summary>
public static class TargetCatalogue
{
    private static readonly string[] ImageEndings = [".img", ".raw", ".dd"];

    /// <summary>Loop devices that have a file behind them.</summary>
    public static IReadOnlyList<TargetListing> Loops() => [.. LoopDevices.InUse().Select(Look)];

    /// <summary>Images in a folder: files with an image's ending or a label beside them.</summary>
    public static IReadOnlyList<TargetListing> Images(string folder) =>
        [.. Directory.EnumerateFiles(folder)
            .Where(file => ImageEndings.Contains(Path.GetExtension(file)) || File.Exists(file + ".carrier.json"))
            .Order(StringComparer.Ordinal)
            .Select(LookAtFile)];

    /// <summary>Everything that speaks against overwriting a drive, as far as looking shows.</summary>
    public static IReadOnlyList<TargetRefusal> Against(DriveFacts drive, AllowedBays bays) =>
        DeviceNumber.TryParse(drive.Device, out DeviceNumber number)
            ? [.. DriveUse.Against(drive.Path, number, bays), .. DriveGuard.Look(drive.Path, number, bays).Against]
            : [new(TargetRules.Unreachable, $"{drive.Path} has no device number.")];

    private static TargetListing LookAtFile(string path)
    {
        try
        {
            FileFacts facts = FileFacts.OfName(path);
            string? refusal = facts.Kind != FileKind.Regular ? "not a regular file"
                : facts.Links != 1 ? $"{facts.Links} names"
                : facts.Size == 0 ? "empty"
                : LoopDevices.StandingOn(facts) is { } loop ? $"under {loop}" : null;
            return new TargetListing(path, TargetKind.File, facts.Size, path, CarrierLabel.Beside(path), refusal);
        }
        catch (Exception failed) when (failed is IOException or TargetRefusedException)
        {
            return new TargetListing(path, TargetKind.File, null, path, null, failed.Message);
        }
    }

    private static TargetListing Look(string path)
    {
        try
        {
            using SafeFileHandle device = Libc.Open(path, Libc.ReadOnly | Libc.NonBlocking);
            DeviceNumber number = FileFacts.Of(device).Node;
            if (LoopStatus.Of(device) is not { } status)
            {
                return new TargetListing(path, TargetKind.Loop, null, null, null, "nothing behind it");
            }

            string? image = LoopDevices.BackingFile(number, status)?.Path;
            string? refusal = !status.BackingNode.IsNone ? $"stands on device {status.BackingNode}"
                : status.Flags.HasFlag(LoopFlags.ReadOnly) ? "read-only"
                : SystemUse.UseOf(number)?.Message;
            CarrierLabel? label = image is null ? null : CarrierLabel.Beside(image);
            return new TargetListing(path, TargetKind.Loop, BlockDevice.SizeOf(device), image, label, refusal);
        }
        catch (Exception failed) when (failed is IOException or TargetRefusedException)
        {
            return new TargetListing(path, TargetKind.Loop, null, null, null, failed.Message);
        }
    }
}
