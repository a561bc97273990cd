using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.CommandLine;
using WaaS.Logistics.Station.Server;

namespace WaaS.Logistics.Station.InDevice;

/// <summary>Gets this boot an identity at the server. Its key is made here, lives in memory, and ends with the boot.</summary>
internal sealed class BootIdentity(Front front, TimeProvider clock, Language language)
{
    // A person with a scanner can settle these: what the firmware says alone was not enough.
    private static readonly string[] LabelHelps = ["serial-unknown", "device-differs"];

    public async Task<BootEnrollReply> EnrollAsync(Uri address, SigningKey fleet, SigningKey boot, Machine machine, Arguments arguments, CancellationToken cancellation)
    {
        using var server = new ServerClient(address, null, clock, language);
        string? scanned = arguments.Optional("--scan");
        if (scanned is null && PlaceholderSerial.Is(machine.Host.Serial))
        {
            scanned = front.Ask(front.Words.ScanLabel);
        }

        try
        {
            return await AskAsync(server, fleet, boot, machine, scanned, cancellation).ConfigureAwait(false);
        }
        catch (ServerRefusedException refused) when (scanned is null && LabelHelps.Contains(refused.Rule))
        {
            front.Tell("{0}", refused.Message);
            return front.Ask(front.Words.ScanLabel) is { } label
                ? await AskAsync(server, fleet, boot, machine, label, cancellation).ConfigureAwait(false)
                : throw new ServerRefusedException(refused.Rule, refused.Message);
        }
    }

    private Task<BootEnrollReply> AskAsync(ServerClient server, SigningKey fleet, SigningKey boot, Machine machine, string? scanned, CancellationToken cancellation)
    {
        var statement = new BootStatement
        {
            FleetKeyId = fleet.KeyId,
            PublicKeyPem = boot.Public.Pem,
            BootId = machine.BootId,
            Machine = machine.Host,
            ScannedSerial = scanned,
            At = clock.GetUtcNow(),
        };
        return server.EnrollBootAsync(BootEnrollRequest.Sign(statement, fleet, boot), cancellation);
    }
}
