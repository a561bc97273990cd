using System.Text.Json.Nodes;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.StationContract;

namespace WaaS.Logistics.Station.Verbs;

/// <summary>A wipe's result in one JSON object, and in a few lines that are readable from afar.</summary>
internal static class Summary
{
    public static JsonObject Of(Job job, WipeResult result) => new()
    {
        ["outcome"] = "",
        ["jobId"] = job.JobId.ToString(),
        ["deviceSerial"] = job.DeviceSerial,
        ["slot"] = job.Slot,
        ["serial"] = result.Serial.Value,
        ["sizeBytes"] = result.Identity.SizeBytes,
        ["acknowledgedBytes"] = result.Overwrite?.AcknowledgedBytes,
        ["verifiedBytes"] = result.Verification?.VerifiedBytes,
        ["mismatches"] = result.Verification?.Mismatches,
        ["badSectors"] = result.Passes.Sum(pass => pass.BadSectors.Count),
        ["mediumBytesRead"] = result.Look is { } look ? look.MediumBytesRead : result.Verification?.MediumBytesRead,
        ["passes"] = result.Passes.Count,
        ["technique"] = result.Technique,
        ["lookedBytes"] = result.Look?.LookedBytes,
        ["samples"] = result.Look?.Samples,
        ["stillThere"] = result.Look?.StillThere,
        ["resumed"] = result.Resumed,
        ["proven"] = result.Proven,
        ["failures"] = new JsonArray([.. result.Failures.Select(failure => (JsonNode)failure)]),
        ["writeMegabytesPerSecond"] = result.Overwrite is { } written ? Speed(written.AcknowledgedBytes - written.FromBytes, written.Elapsed) : null,
        ["verifyMegabytesPerSecond"] = result.Verification is { } verified ? Speed(verified.VerifiedBytes, verified.Elapsed) : null,
        // After a firmware erase the stream must not be there any more.
        ["recheck"] = result.Firmware is null ? RecheckCommand.For(result.Algorithm, result.KeyHex, result.Identity.SizeBytes) : null,
    };

    public static IEnumerable<string> Words(ExitCode code, WipeResult result, Job job)
    {
        yield return result.Proven ? "WIPED AND VERIFIED" : code == ExitCode.NotProven && result.Failures.Contains("stopped") ? "STOPPED" : "FAILED";
        yield return $"Carrier {result.Serial.Value} of device {job.DeviceSerial}, slot {job.Slot}: {result.Identity.SizeBytes:N0} bytes.";
        foreach (string failure in result.Failures)
        {
            yield return $"  {failure}";
        }

        if (result is { Proven: true, Firmware: { } erased, Look: { } look })
        {
            yield return $"By {erased.Technique}; {(look.Full ? "all of the medium" : $"{look.Samples} places")} looked at, nothing of what lay there is left.";
        }
        else if (result.Proven)
        {
            yield return $"Check it yourself: {RecheckCommand.For(result.Algorithm, result.KeyHex, result.Identity.SizeBytes)}";
        }
    }

    private static double Speed(long bytes, TimeSpan time) => Math.Round(bytes / 1e6 / Math.Max(time.TotalSeconds, 1e-6));
}
