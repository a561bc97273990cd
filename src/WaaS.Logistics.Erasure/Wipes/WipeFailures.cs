using System.Globalization;

namespace WaaS.Logistics.Erasure;

/// <summary>Every reason why a wipe is no proof. What is not known to have gone well has not.</summary>
internal static class WipeFailures
{
    public static IEnumerable<string> Of(WipeResult result) =>
        Carrier(result).Concat(Overwrites(result)).Concat(result.Recipe.Techniques is null ? ReadBack(result) : Erase(result));

    private static IEnumerable<string> Carrier(WipeResult result)
    {
        if (!result.IdentityUnchanged)
        {
            yield return "identity.changed";
        }

        if (result.JournalFailure is { } journal)
        {
            yield return $"journal.failed: {journal}";
        }

        // Behind a file is no drive that could hide anything.
        if (!result.Recipe.ResetsHiddenAreas || (result.Hidden is null && result.Drive is null && result.Recipe.Techniques is null))
        {
            yield break;
        }

        foreach ((string area, HiddenAreaOutcome outcome) in (result.Hidden ?? HiddenAreaReport.Untold).Open)
        {
            yield return $"hidden-area.{area}: {outcome.ToString().ToLowerInvariant()}";
        }
    }

    private static IEnumerable<string> Overwrites(WipeResult result)
    {
        long size = result.Identity.SizeBytes;
        if (result.Overwrite?.Failure is { } overwrite)
        {
            yield return $"overwrite.failed: {overwrite}";
        }

        if (result.Overwrite is { Cancelled: true } || result.Verification is { Cancelled: true } || result.Look is { Cancelled: true }
            || result.Firmware?.Failure == WipeResult.Stopped || result.FirmwareFailure == WipeResult.Stopped)
        {
            yield return WipeResult.Stopped;
        }

        if (result.Passes.Count != result.PassesWanted)
        {
            yield return Text($"overwrite.passes: {result.Passes.Count} of {result.PassesWanted}");
        }

        foreach (OverwrittenPass pass in result.Passes.Where(pass => pass.BadSectors.Count > 0))
        {
            yield return Text($"overwrite.bad-sectors: {pass.BadSectors.Sum(fault => fault.LengthBytes)} bytes in pass {pass.Number}");
        }

        foreach (OverwrittenPass pass in result.Passes.Where(pass => pass.FlushedBytes != size))
        {
            yield return Text($"overwrite.incomplete: {pass.FlushedBytes} of {size} bytes in pass {pass.Number}");
        }

        if (result.Overwrite is { } last && (last.AcknowledgedBytes != size || last.WatermarkBytes != size))
        {
            yield return Text($"overwrite.unacknowledged: {last.AcknowledgedBytes} of {size} bytes");
        }
    }

    private static IEnumerable<string> ReadBack(WipeResult result)
    {
        long size = result.Identity.SizeBytes;
        if (result.Verification is not { } verified)
        {
            yield return "verification.missing";
            yield break;
        }

        if (verified.Failure is { } failure)
        {
            yield return $"verification.failed: {failure}";
        }

        if (verified.Mismatches != 0)
        {
            yield return Text($"verification.differs: {verified.Mismatches} sectors");
        }

        if (verified.Unreadable.Count > 0)
        {
            yield return Text($"verification.unreadable: {verified.Unreadable.Sum(fault => fault.LengthBytes)} bytes");
        }

        if (verified.VerifiedBytes != size)
        {
            yield return Text($"verification.incomplete: {verified.VerifiedBytes} of {size} bytes");
        }

        if (verified.MediumBytesRead is null && result.Identity.Kind != TargetKind.File)
        {
            yield return "verification.not-from-medium: nobody counted what the medium delivered";
        }

        if (verified.MediumBytesRead < size)
        {
            yield return Text($"verification.not-from-medium: the medium delivered {verified.MediumBytesRead} of {size} bytes");
        }
    }

    private static IEnumerable<string> Erase(WipeResult result)
    {
        if (result.Firmware is not { Outcome: FirmwareOutcome.Completed, Failure: null } || !result.Firmware.WasObserved)
        {
            string outcome = (result.Firmware?.Outcome ?? FirmwareOutcome.Unknown).ToString().ToLowerInvariant();
            yield return $"firmware.{outcome}: {result.Firmware?.Failure ?? result.FirmwareFailure ?? "not begun"}";
        }

        if (result.Look is not { } look)
        {
            yield return "purge.not-looked-at";
            yield break;
        }

        if (look.Failure is { } failure)
        {
            yield return $"purge.look-failed: {failure}";
        }

        if (look.StillThere > 0)
        {
            yield return Text($"purge.still-there: {look.StillThere} sectors hold what lay there before; the drive did not erase what it says it erased");
        }

        if (look.Unreadable.Count > 0)
        {
            yield return Text($"purge.unreadable: {look.Unreadable.Sum(fault => fault.LengthBytes)} bytes");
        }

        long wanted = look.Full ? result.Identity.SizeBytes : SamplePlan.Bytes(look.Samples ?? 0, result.Identity.SizeBytes);
        if (wanted == 0 || look.LookedBytes != wanted)
        {
            yield return Text($"purge.incomplete: {look.LookedBytes} of {wanted} bytes");
        }

        if (look.MediumBytesRead is null && result.Identity.Kind != TargetKind.File)
        {
            yield return "purge.not-from-medium: nobody counted what the medium delivered";
        }

        if (look.MediumBytesRead < wanted)
        {
            yield return Text($"purge.not-from-medium: the medium delivered {look.MediumBytesRead} of {wanted} bytes");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
