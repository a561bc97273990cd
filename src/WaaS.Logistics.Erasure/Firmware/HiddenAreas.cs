namespace WaaS.Logistics.Erasure;

/// <summary>Host protected area, configuration overlay and accessible max address of an ATA drive (ACS-3 sections 4.11, 7.9 and 7.51, ACS-4 section 7.1).</summary>
/// <param name="drive">The drive.</param>
public sealed class HiddenAreas(AtaDevice drive)
{
    private const ushort KeepAfterPowerCut = 1;
    private readonly List<string> _commands = [];

    /// <summary>Sets the drive to its native size and reads it back. Done before any erase: an overwrite cannot reach what is hidden.</summary>
    /// <exception cref="IOException">The drive does not answer.</exception>
    public HiddenAreaReport Reset()
    {
        if (drive.Identify() is not { } before)
        {
            return HiddenAreaReport.Untold;
        }

        HiddenAreaOutcome hpa = ResetHpa(), dco = ResetDco(), ama = ResetAma();
        AtaIdentity? after = drive.Identify();
        long? most = new[] { drive.NativeSectors(), drive.FactorySectors(), drive.AccessibleNativeSectors(), after?.Sectors }.Max();
        return new HiddenAreaReport
        {
            Hpa = hpa, Dco = dco, Ama = ama, Commands = _commands,
            ShownBytesBefore = before.Sectors * before.LogicalSectorBytes,
            ShownBytesAfter = after?.Sectors * before.LogicalSectorBytes,
            NativeBytes = most * before.LogicalSectorBytes,
        };
    }

    private HiddenAreaOutcome ResetHpa() => Reset(
        identity => identity.HpaSupported, drive.NativeSectors, sectors => new AtaCommand(0x37, 0, KeepAfterPowerCut, (ulong)sectors - 1, DataDirection.None));

    private HiddenAreaOutcome ResetAma() => Reset(
        identity => identity.AmaSupported, drive.AccessibleNativeSectors, sectors => new AtaCommand(0x78, 1, 0, (ulong)sectors - 1, DataDirection.None));

    // The overlay lowers what READ NATIVE MAX says, so that a host protected area may show only after the overlay is gone.
    private HiddenAreaOutcome ResetDco()
    {
        if (drive.Identify() is not { } before)
        {
            return HiddenAreaOutcome.Unknown;
        }

        if (before.DcoSupported == false)
        {
            return HiddenAreaOutcome.NotPresent;
        }

        if (drive.FactorySectors() is not { } factory)
        {
            return HiddenAreaOutcome.Unknown;
        }

        if (factory <= before.Sectors)
        {
            return HiddenAreaOutcome.NotPresent;
        }

        Send(new AtaCommand(0xB1, 0xC0, 0, 0, DataDirection.None));
        ResetHpa();
        return Shows(factory);
    }

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

        Send(show(all));
        return Shows(all);
    }

    private HiddenAreaOutcome Shows(long all) => drive.Identify() switch
    {
        null => HiddenAreaOutcome.Unknown,
        { } after when after.Sectors >= all => HiddenAreaOutcome.Removed,
        _ => HiddenAreaOutcome.Present,
    };

    private void Send(AtaCommand command)
    {
        _commands.Add(Convert.ToHexStringLower(command.PassThrough()));
        drive.Send(command);
    }
}
