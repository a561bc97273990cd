using System.Text.Json.Nodes;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Station.CommandLine;
using WaaS.Logistics.Station.Data;

namespace WaaS.Logistics.Station.Verbs;

/// <summary>Reads a wiped carrier again, for a second person or a second day.</summary>
internal sealed class VerifyCarrier(Speaker speaker, TimeProvider clock)
{
    public async Task<ExitCode> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var stream = new Keystream(Key(arguments));
        using Target target = CarrierChoice.Of(arguments).Open();
        var meter = new ProgressMeter(speaker, ProgressWords.English, arguments.Has("--quiet"), clock);
        var options = new RunOptions { Threads = arguments.Number("--threads", new RunOptions().Threads, 1, 64) };
        VerifyResult found = await Task.Factory
            .StartNew(
                () => new VerifyRun(target, stream, options, clock).Run(meter.Tell, cancellation),
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            .ConfigureAwait(false);

        long size = target.Identity.SizeBytes;
        bool equal = found is { Failure: null, Cancelled: false, Mismatches: 0, Unreadable.Count: 0 }
            && found.VerifiedBytes == size && (found.MediumBytesRead >= size || target.Identity.Kind == TargetKind.File) && target.ReadIdentity() == target.Identity;
        return speaker.Result(
            equal ? ExitCode.Done : ExitCode.NotProven,
            new JsonObject
            {
                ["outcome"] = equal ? "equal" : "not-equal",
                ["sizeBytes"] = size,
                ["verifiedBytes"] = found.VerifiedBytes,
                ["mismatches"] = found.Mismatches,
                ["unreadable"] = found.Unreadable.Count,
                ["mediumBytesRead"] = found.MediumBytesRead,
                ["failure"] = found.Failure ?? (found.Cancelled ? "stopped" : null),
            },
            () => [equal
                ? $"EQUAL: all {size:N0} bytes hold the stream."
                : $"NOT EQUAL: {found.VerifiedBytes:N0} of {size:N0} bytes hold the stream, {found.Mismatches} sectors differ. {found.Failure}"]);
    }

    private static byte[] Key(Arguments arguments)
    {
        if (arguments.Optional("--key") is { } hex)
        {
            try
            {
                return Convert.FromHexString(hex) is { Length: 16 or 32 } key ? key : throw new FormatException();
            }
            catch (FormatException)
            {
                throw arguments.Wrong("--key must be 32 or 64 hexadecimal digits");
            }
        }

        string job = arguments.Required("--job");
        if (!Guid.TryParse(job, out Guid id))
        {
            throw arguments.Wrong($"--job must be a job's id, not '{job}'");
        }

        JournalEntry entry = StationFolder.At(arguments.Required("--data")).Jobs().FirstOrDefault(known => known.JobId == id)?.Journal.Read()
            ?? throw arguments.Wrong($"--data knows no job {id} with a journal");
        return Convert.FromHexString(entry.KeyHex);
    }
}
