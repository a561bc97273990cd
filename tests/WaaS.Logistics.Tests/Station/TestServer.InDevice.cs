using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;

namespace WaaS.Logistics.Tests.Station;

/// <summary>What it says to a machine that wipes itself: lets each boot in by a fleet key, gives it the one job, and keeps its journal.</summary>
internal sealed partial class TestServer
{
    private RunJournal? _journal;

    // Steps that an earlier boot signed.
    private int _before;

    public SigningKey Fleet { get; } = SigningKey.Create();

    /// <summary>The serial of the carrier in the order; the job's when left alone.</summary>
    public string? OrderedCarrier { get; set; } = "";

    /// <summary>Carriers of the order beside the job's, in slots of their own.</summary>
    public IReadOnlyList<string> OtherCarriers { get; set; } = [];

    public bool KeepsNoJournal { get; set; }

    public bool TakesNoEvidence { get; set; }

    public List<BootStatement> Boots { get; } = [];

    /// <summary>Every state of the journal that was acknowledged.</summary>
    public ConcurrentQueue<JournalEntry> Journals { get; } = [];

    private void MapInDevice(WebApplication app)
    {
        app.MapPost("/wipe/api/in-device/enroll", EnrollBoot);
        app.MapPost("/wipe/api/in-device/claim", context => Signed(context, ClaimOwn));
        app.MapPost("/wipe/api/jobs/{id}/journal", context => Signed(context, KeepJournal));
        app.MapGet("/wipe/api/jobs/{id}/journal", context => Signed(context, (asked, _) => Reply(asked, _journal!, StationJson.Default.RunJournal)));
    }

    private async Task EnrollBoot(HttpContext context)
    {
        BootEnrollRequest request = (await JsonSerializer.DeserializeAsync(context.Request.Body, StationJson.Default.BootEnrollRequest))!;
        BootStatement statement = request.Read();
        VerifyingKey boot = VerifyingKey.FromPem(statement.PublicKeyPem);
        if (!request.IsSignedBy(Fleet.Public, boot) || statement.FleetKeyId != Fleet.KeyId)
        {
            await Refuse(context, 403, "fleet-key", "This is no fleet key of this server.");
            return;
        }

        Boots.Add(statement);
        if (statement.Machine.Serial is null && statement.ScannedSerial is null)
        {
            await Refuse(context, 409, "serial-unknown", "Scan the label of the machine.");
            return;
        }

        (_key, _before, _claimOp) = (boot, Steps.Count, default);
        await Reply(
            context,
            new BootEnrollReply
            {
                StationId = StationId, ExpiresAt = TimeProvider.System.GetUtcNow().AddHours(12), ServerTime = TimeProvider.System.GetUtcNow(),
                DeviceSerial = Job!.DeviceSerial, Manufacturer = Job.Manufacturer, Model = Job.Model,
                Slots =
                [
                    new OwnSlot { Slot = Job.Slot, CarrierSerial = OrderedCarrier is "" ? Job.CarrierSerial : OrderedCarrier, Open = true, Begun = _journal is not null },
                    .. OtherCarriers.Select((serial, at) => new OwnSlot { Slot = $"{at + 2}", CarrierSerial = serial, Open = true, Begun = false }),
                ],
            },
            StationJson.Default.BootEnrollReply);
    }

    private async Task ClaimOwn(HttpContext context, byte[] body)
    {
        OwnJobRequest request = JsonSerializer.Deserialize(body, StationJson.Default.OwnJobRequest)!;
        if (!string.Equals(request.CarrierSerial, Job!.CarrierSerial, StringComparison.Ordinal))
        {
            await Refuse(context, 409, "carrier-differs", "That is not the order's carrier.");
            return;
        }

        (_claimOp, _claimedAt) = (request.OpId, _claimedAt == default ? TimeProvider.System.GetUtcNow() : _claimedAt);
        await Reply(
            context,
            new OwnJob { Job = Job with { LeaseUntil = TimeProvider.System.GetUtcNow().AddSeconds(3) }, Resumed = Steps.Count > 0, LastStep = Steps.LastOrDefault(), JournalRevision = _journal?.Revision },
            StationJson.Default.OwnJob);
    }

    private async Task KeepJournal(HttpContext context, byte[] body)
    {
        if (KeepsNoJournal)
        {
            context.Response.StatusCode = 503;
            return;
        }

        RunJournal journal = JsonSerializer.Deserialize(body, StationJson.Default.RunJournal)!;
        if (_journal?.Revision > journal.Revision)
        {
            Complaints.Enqueue($"journal {journal.Revision} after {_journal.Revision}");
        }

        _journal = journal;
        Journals.Enqueue(JournalEntry.Parse(journal.Content)!);
        await Reply(context, new RunJournalReply { Revision = journal.Revision }, StationJson.Default.RunJournalReply);
    }
}
