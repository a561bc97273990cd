namespace WaaS.Logistics.Erasure;

/// <summary>What became of the areas a drive can hide.</summary>
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

/// <summary>Host protected area, accessible max address and overlay of an ATA drive (ACS-3 sections 4.11 and 7.51, ACS-4 section 7.1).</summary>
/// <param name="drive">The drive.</param>
public sealed class HiddenAreas(AtaDevice drive)
{
    private const ushort KeepAfterPowerCut = 1;

    /// <summary>Sets the drive to its native size. Done before any erase: an overwrite cannot reach what is hidden.</summary>
    /// <exception cref="IOException">The drive does not answer.</exception>
    public (HiddenAreaOutcome Hpa, HiddenAreaOutcome Ama) Reset() =>
        (Reset(identity => identity.HpaSupported, drive.NativeSectors, sectors => new AtaCommand(0x37, 0, KeepAfterPowerCut, (ulong)sectors - 1, DataDirection.None)),
         Reset(identity => identity.AmaSupported, drive.AccessibleNativeSectors, sectors => new AtaCommand(0x78, 1, 0, (ulong)sectors - 1, DataDirection.None)));

    private HiddenAreaOutcome Reset(Func<AtaIdentity, bool?> supported, Func<long?> native, Func<long, AtaCommand> show)
    {
        if (drive.Identify() is not { } before)
        {
            return HiddenAreaOutcome.Unknown;
        }

        if (supported(before) == false)
        {
            return HiddenAreaOutcome.NotPresent;
        }

        // SET MAX is only taken directly after READ NATIVE MAX; this question is that command.
        if (native() is not { } all)
        {
            return HiddenAreaOutcome.Unknown;
        }

        if (all <= before.Sectors)
        {
            return HiddenAreaOutcome.NotPresent;
        }

        drive.Send(show(all));
        return drive.Identify() switch
        {
            null => HiddenAreaOutcome.Unknown,
            { } after when after.Sectors >= all => HiddenAreaOutcome.Removed,
            _ => HiddenAreaOutcome.Present,
        };
    }
}
