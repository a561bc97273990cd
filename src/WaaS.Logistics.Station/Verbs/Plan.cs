using System.Text.Json.Nodes;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Station.CommandLine;

namespace WaaS.Logistics.Station.Verbs;

/// <summary>Takes every check a wipe takes before it asks the server, and then lets go.</summary>
internal sealed class Plan(Speaker speaker)
{
    public ExitCode Run(Arguments arguments)
    {
        using Target target = Target.Open(arguments.Required("--image"));
        CarrierLabel? label = CarrierLabel.Beside(target.ImagePath);
        CarrierSerial serial = CarrierSerial.Settle(label?.Serial, arguments.Optional("--serial"));
        TargetIdentity identity = target.Identity;
        var observations = new JsonObject();
        foreach ((string name, string value) in target.Observations)
        {
            observations[name] = value;
        }

        return speaker.Result(
            ExitCode.Done,
            new JsonObject
            {
                ["outcome"] = "would-wipe",
                ["path"] = target.Path,
                ["kind"] = identity.Kind.ToString().ToLowerInvariant(),
                ["sizeBytes"] = identity.SizeBytes,
                ["sectorBytes"] = identity.SectorBytes,
                ["serial"] = serial.Value,
                ["serialSource"] = serial.Source,
                ["observations"] = observations,
            },
            () =>
            [
                $"{target.Path}: all {identity.SizeBytes:N0} bytes would be overwritten and read back.",
                $"Carrier {serial.Value} ({serial.Source}). The server is asked whether it is ordered. Nothing was written.",
            ]);
    }
}
