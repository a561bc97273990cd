using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.Server;

namespace WaaS.Logistics.Station.InDevice;

/// <summary>Asks for the job of the chosen drive; has the operator name it where the order does not.</summary>
internal sealed class OwnClaim(Front front, ServerClient server, TimeProvider clock)
{
    private const string Alive = "boot-alive";
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(3), Patience = TimeSpan.FromSeconds(75);

    public async Task<OwnJob> AskAsync(OwnCarrier carrier, string? typed, string person, MediaType? medium, CancellationToken cancellation)
    {
        string serial = carrier.Serial.Value;
        typed = carrier.Slot is not null ? null : typed ?? front.Ask(front.Words.Confirm, $"{carrier.Target.Drive?.Model ?? carrier.Label?.Model} {serial}");
        if (carrier.Slot is null && (serial.Length < 4 || !string.Equals(typed, serial[^4..], StringComparison.OrdinalIgnoreCase)))
        {
            throw new TargetRefusedException(TargetRules.SerialUnknown, $"The order does not know its carrier, and nobody confirmed {serial} by its last four characters (--confirm). Nothing was written.");
        }

        var request = new OwnJobRequest { OpId = Guid.CreateVersion7(), CarrierSerial = serial, Confirmed = typed, Medium = medium, OperatorBadge = person };
        for (long began = clock.GetTimestamp(); ;)
        {
            try
            {
                return await server.ClaimOwnAsync(request, cancellation).ConfigureAwait(false);
            }
            catch (ServerRefusedException alive) when (alive.Rule == Alive && clock.GetElapsedTime(began) < Patience)
            {
                front.Tell(front.Words.WaitsForOtherBoot);
                await Task.Delay(Again, clock, cancellation).ConfigureAwait(false);
            }
        }
    }
}
