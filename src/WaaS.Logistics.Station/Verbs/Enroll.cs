using System.Text.Json.Nodes;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.CommandLine;
using WaaS.Logistics.Station.Data;
using WaaS.Logistics.Station.Reporting;
using WaaS.Logistics.Station.Server;

namespace WaaS.Logistics.Station.Verbs;

/// <summary>Makes this station known to a server. The key never leaves the folder.</summary>
internal sealed class Enroll(Speaker speaker, TimeProvider clock)
{
    private static readonly TimeSpan WorryingSkew = TimeSpan.FromSeconds(30);

    public async Task<ExitCode> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        Uri address = arguments.Address("--server") ?? throw arguments.Wrong("--server is missing");
        string code = arguments.Required("--code"), name = arguments.Required("--name");
        StationFolder folder = StationFolder.At(arguments.Required("--data"));
        if (folder.ReadEnrolment() is { } already)
        {
            throw arguments.Wrong($"This folder is station '{already.Name}' of {already.Server} already; use another --data for another station");
        }

        using SigningKey key = KeyFile.ReadOrCreate(folder.KeyPath);
        using var server = new ServerClient(address, null, clock, speaker.Language);
        EnrollReply reply = await server
            .EnrollAsync(
                new EnrollRequest { Code = code, Name = name, PublicKeyPem = key.Public.Pem, Machine = HostMachine.InOneLine() }, cancellation)
            .ConfigureAwait(false);
        folder.Save(new Enrolment { StationId = reply.StationId, Name = name, Server = address, EnrolledAt = clock.GetUtcNow() });

        TimeSpan skew = (clock.GetUtcNow() - reply.ServerTime).Duration();
        if (skew > WorryingSkew)
        {
            speaker.Tell(speaker.Line.ClockOff(skew));
        }

        return speaker.Result(
            ExitCode.Done,
            new JsonObject { ["outcome"] = "enrolled", ["stationId"] = reply.StationId.ToString(), ["keyId"] = key.KeyId.ToString(), ["clockSkewSeconds"] = skew.TotalSeconds },
            () => [$"Station '{name}' is enrolled as {reply.StationId}."]);
    }
}
