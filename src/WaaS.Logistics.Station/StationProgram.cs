using WaaS.Logistics.Erasure;
using WaaS.Logistics.Station.CommandLine;
using WaaS.Logistics.Station.InDevice;
using WaaS.Logistics.Station.Server;
using WaaS.Logistics.Station.Verbs;

namespace WaaS.Logistics.Station;

/// <summary>The program, callable from another one. Results go to <paramref name="output"/>, everything told meanwhile to <paramref name="errors"/>.</summary>
public sealed class StationProgram(TextWriter output, TextWriter errors, TimeProvider clock)
{
    /// <summary>Where the drive behind a carrier comes from.</summary>
    internal DriveSource Drives { get; init; } = DriveSource.OfTheMachine;

    /// <summary>The machine it runs on, and which boot this is.</summary>
    internal Func<Machine> Machine { get; init; } = InDevice.Machine.Read;

    /// <summary>Whether the stick of a journal may be a loop device; for tests.</summary>
    internal bool LoopSticks { get; init; }

    /// <summary>What an operator types or scans; null where nobody is there to be asked.</summary>
    internal TextReader? Input { get; init; }

    /// <summary>Runs one verb. Never throws for what can be foreseen: the exit code says it, and so does one sentence.</summary>
    public async Task<ExitCode> RunAsync(string[] arguments, CancellationToken cancellation = default)
    {
        bool json = arguments.Contains("--json");
        Language language = Languages.Of(arguments);
        var speaker = new Speaker(output, errors, json, language);
        try
        {
            if (arguments is [] or ["--help" or "-h" or "help", ..] || arguments.Contains("--help"))
            {
                output.WriteLine(Help.For(arguments.FirstOrDefault(argument => !argument.StartsWith('-'))));
                return arguments is [] ? ExitCode.Usage : ExitCode.Done;
            }

            if (arguments is ["--version"])
            {
                output.WriteLine($"{Tool.Identity.Name} {Tool.Identity.Version}");
                return ExitCode.Done;
            }

            return await DispatchAsync(arguments, speaker, cancellation).ConfigureAwait(false);
        }
        catch (UsageException wrong)
        {
            return speaker.Fail(ExitCode.Usage, "usage", wrong.Message);
        }
        catch (TargetRefusedException refused)
        {
            return speaker.Refuse(refused);
        }
        catch (ServerRefusedException refused)
        {
            return speaker.Fail(ExitCode.Refused, refused.Rule, refused.Message);
        }
        catch (JournalPlaceException nowhere)
        {
            return speaker.Fail(ExitCode.NoJournal, "journal.nowhere", nowhere.Message);
        }
        catch (ServerUnreachableException away)
        {
            return speaker.Fail(ExitCode.Unreachable, "server.unreachable", away.Message);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return speaker.Fail(ExitCode.Refused, "stopped", speaker.Line.StoppedBeforeAnything);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or FormatException)
        {
            return speaker.Fail(ExitCode.Broken, "station.failed", failed.Message);
        }
    }

    private Task<ExitCode> DispatchAsync(string[] arguments, Speaker speaker, CancellationToken cancellation)
    {
        string[] rest = arguments[1..];
        return arguments[0] switch
        {
            "enroll" => new Enroll(speaker, clock).RunAsync(Arguments.Read("enroll", rest), cancellation),
            "list" => Task.FromResult(new ListCarriers(speaker).Run(Arguments.Read("list", rest))),
            "plan" => new Plan(speaker, clock, Drives).RunAsync(Arguments.Read("plan", rest), cancellation),
            "wipe" => new WipeCarrier(speaker, clock, Drives).RunAsync(Arguments.Read("wipe", rest), cancellation),
            "verify" => new VerifyCarrier(speaker, clock).RunAsync(Arguments.Read("verify", rest), cancellation),
            "in-device" => new WipeOwnCarrier(speaker, clock, Drives, Machine, Input) { LoopSticks = LoopSticks }.RunAsync(Arguments.Read("in-device", rest), cancellation),
            "watch" => new Watch(output, clock, json: rest.Contains("--json"), speaker.Language).RunAsync(Arguments.Read("watch", rest), cancellation),
            "journal" => new ShowJournal(speaker, clock).RunAsync(Arguments.Read("journal", rest), cancellation),
            "bench" => new Bench(speaker, clock, json: rest.Contains("--json")).RunAsync(Arguments.Read("bench", rest), cancellation),
            var other => throw new UsageException($"There is no verb '{other}'. Verbs: {string.Join(", ", Help.Verbs)}."),
        };
    }
}
