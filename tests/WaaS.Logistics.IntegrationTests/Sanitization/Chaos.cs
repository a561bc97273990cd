using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Refurbishment;
using WaaS.Logistics.Messages.Rentals;
using WaaS.Logistics.Messages.Resale;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.Certificates;
using WaaS.Logistics.Sanitization.ConfirmNoCarrier;
using WaaS.Logistics.Sanitization.DecideOnEvidence;
using WaaS.Logistics.Sanitization.DestroyCarrier;
using WaaS.Logistics.Sanitization.HoldDevice;
using WaaS.Logistics.Sanitization.KeepLease;
using WaaS.Logistics.Sanitization.OpenOrder;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.RecordSlots;
using WaaS.Logistics.Sanitization.ReopenOrder;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

/// <summary>One thing that may happen: what, to which of the devices, and by whom or how.</summary>
internal sealed record Move(int What, int Which, int How)
{
    public override string ToString() => $"{Chaos.Names[What]}({Which},{How})";
}

/// <summary>Does to a few devices, through the real handlers and consumers, whatever the moves say; what a rule refuses is refused, and that is fine.</summary>
internal sealed class Chaos
{
    public static readonly string[] Names =
    [
        "receive", "receive-again", "wipe", "wipe", "wipe", "wipe", "wipe", "wipe", "wipe-badly", "wipe-other-carrier", "claim-only", "finish-late", "resend", "second-document", "lease-ends",
        "verify", "verify", "verify", "validate", "validate", "validate", "see-empty", "confirm-empty", "count", "count", "count", "count", "hold", "lift", "lift", "lift", "extend",
        "found", "seal", "returned", "see", "see", "see", "see", "take-back", "take-back", "receive-next", "receive-next", "revoke", "destroy", "destroy", "witness", "witness", "approve", "approve", "again", "again",
    ];

    private static readonly string[] People = ["otto", "vera", "rita", "olga"];
    private static readonly string[] Needs = ["normal", "normal", "high", "very-high"];
    private readonly Workshop _workshop;
    private readonly Bench _bench;
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private readonly DeviceReceived[] _devices;
    private readonly Guid[] _arrivalIds = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
    private readonly List<(Job Job, EvidenceSubmission Submission)> _sent = [];
    private readonly List<Job> _unfinished = [];
    private readonly Lock _lock = new();
    private readonly Tidings _tidings;

    public Chaos(Workshop workshop, Bench bench, int shape)
    {
        (_workshop, _bench) = (workshop, bench);
        _devices = [.. Enumerable.Range(0, 3).Select(number => Device(number, shape + number))];
        _tidings = new Tidings(workshop, _run);
    }

    public IReadOnlyList<DeviceReceived> Devices => _devices;

    public Tidings Tidings => _tidings;

    private DeviceReceived Device(int number, int shape)
    {
        // The first is always the everyday device, so that something is cleared for the moves to doubt.
        if (number == 0)
            return Documents.Arrival($"{_run}-DEV0", 1, new CarrierSlot("A", $"{_run}-0A")) with { Customer = "Kunde" };
        // The third may claim a carrier of the second: one serial in two devices.
        CarrierSlot[] slots = (shape % 4) switch
        {
            0 => [new("A", $"{_run}-{number}A")],
            1 => [new("A", $"{_run}-{number}A"), new("B", $"{_run}-{(number == 2 && shape % 3 == 0 ? 1 : number)}B")],
            2 => [new("A", null)],
            _ => [],
        };
        int? expected = (shape % 5) switch { 0 => 1, 1 => 2, 2 => 0, 3 => null, _ => 1 };
        return Documents.Arrival($"{_run}-DEV{number}", expected, slots) with { ProtectionNeed = Needs[shape % Needs.Length], Customer = shape % 7 == 6 ? "" : "Kunde" };
    }

    public async Task Do(Move move)
    {
        try
        {
            await Act(Names[move.What], _devices[move.Which], move.Which, move.How, People[move.How % People.Length]);
        }
        catch (RefusedException)
        {
        }
        catch (DbUpdateConcurrencyException)
        {
        }
    }

    private Task Act(string what, DeviceReceived device, int which, int how, string who) => what switch
    {
        "receive" => _workshop.Deliver<OpenOrderOnDeviceReceived, DeviceReceived>(device, _arrivalIds[which]),
        "receive-again" => _workshop.Deliver<OpenOrderOnDeviceReceived, DeviceReceived>(how % 2 == 0 ? device : device with { Slots = [.. device.Slots, new CarrierSlot("C", $"{_run}-{which}C")] }),
        "wipe" => Wipe(device, how, null),
        "wipe-badly" => Wipe(device, how, document => document with { Carrier = document.Carrier with { Outcome = how % 2 == 0 ? Outcome.Failed : Outcome.SuccessWithExceptions, SectorsFailed = how } }),
        "wipe-other-carrier" => Wipe(device, how, document => document with { Carrier = document.Carrier with { Serial = $"{_run}-{which}X" } }),
        "see" => _tidings.See(device, 1 + how % 5 / 4, 1 + how % Tidings.Looks),
        "take-back" => _tidings.TakeBack(device, 1 + how / 7),
        "receive-next" => _workshop.Deliver<OpenOrderOnDeviceReceived, DeviceReceived>(device with { Cycle = 2 }),
        "claim-only" => ClaimOnly(device, how),
        "finish-late" => FinishLate(how),
        "resend" => Resend(how),
        "second-document" => SecondDocument(how),
        "lease-ends" => LeaseEnds(),
        "found" => _workshop.Deliver<ReopenOnCarrierFound, CarrierFound>(new CarrierFound(device.DeviceId, 1, device.Serial, how % 2 == 0 ? "A" : "SD", how % 3 == 0 ? null : $"{_run}-{which}F{how}")),
        "seal" => _workshop.Deliver<ReopenOnSealBroken, SealBroken>(new SealBroken(device.DeviceId, 1, device.Serial, "S-1")),
        "returned" => _workshop.Deliver<ReopenOnUnitReturned, UnitReturned>(new UnitReturned(Guid.NewGuid(), device.DeviceId, device.Serial, "buyer")),
        "extend" => _workshop.Deliver<HoldOnContractExtended, ContractExtended>(new ContractExtended(Guid.NewGuid(), "C-1", new DateOnly(2026, 10 + how % 3, 28), [device.DeviceId])),
        "hold" => _workshop.Call<PlaceHold, HoldPlaced>(who, place => place.Handle(Guid.NewGuid(), device.DeviceId, HoldKind.Legal, "court", null, default)),
        "lift" => Lift(device, who),
        _ => OnOrder(what, device, how, who),
    };

    private async Task OnOrder(string what, DeviceReceived device, int how, string who)
    {
        var order = await Find(device);
        if (order is null || order.Slots.Count == 0 && what is not ("see-empty" or "count" or "confirm-empty"))
            return;
        var slot = order.Slots.Count == 0 ? null : order.Slots[how % order.Slots.Count];
        var decision = how == 9 ? Decision.No : Decision.Yes;
        switch (what)
        {
            case "verify" when Pick(order.Evidence.Where(e => e.State == EvidenceState.UnderReview), how) is { } evidence:
                await _workshop.Call<EvidenceDecisions, EvidenceDecided>(who, decide => decide.Verify(Guid.NewGuid(), order.Id, evidence.Id, decision, "looked", default));
                break;
            case "validate" when Pick(order.Evidence.Where(e => e.State == EvidenceState.UnderReview), how) is { } evidence:
                await _workshop.Call<EvidenceDecisions, EvidenceDecided>(who, decide => decide.Validate(Guid.NewGuid(), order.Id, evidence.Id, decision, "looked", default));
                break;
            case "see-empty":
                await _workshop.Call<NoCarrierRecords, NoCarrierRecorded>(who, records => records.First(Guid.NewGuid(), order.Id, slot?.Id, "looked", default));
                break;
            case "confirm-empty" when Pick(order.EmptyRecords.Where(r => r.State == RecordState.First), how) is { } record:
                await _workshop.Call<NoCarrierRecords, NoCarrierRecorded>(who, records => records.Second(Guid.NewGuid(), order.Id, record.Id, decision, default));
                break;
            case "count":
                await _workshop.Call<SlotRecords, SlotsRecorded>(who, records => records.RecordAll(Guid.NewGuid(), order.Id, [.. order.Slots.Select(s => new CarrierSlot(s.Name, s.CarrierSerial))], default));
                break;
            case "revoke" when slot?.RecordNumber is { } number:
                await _workshop.Call<RevokeCertificate, CertificateIsRevoked>(who, revoke => revoke.Handle(Guid.NewGuid(), number, "wrong", default));
                break;
            case "destroy":
                await _workshop.Call<DestructionRecords, DestructionRecorded>(who, records => records.Record(Guid.NewGuid(), order.Id, slot!.Id, new DestructionFacts("H-5", "m", "p", new string('b', 64), "dead"), default));
                break;
            case "witness" when Pick(order.Destructions.Where(r => r.State == RecordState.First), how) is { } record:
                await _workshop.Call<DestructionRecords, DestructionRecorded>(who, records => records.Witness(Guid.NewGuid(), order.Id, record.Id, default));
                break;
            case "approve" when Pick(order.Destructions.Where(r => r.State == RecordState.Witnessed), how) is { } record:
                await _workshop.Call<DestructionRecords, DestructionRecorded>(who, records => records.Approve(Guid.NewGuid(), order.Id, record.Id, decision, default));
                break;
            case "again":
                await _workshop.Call<SlotRecords, SlotsRecorded>(who, records => records.AllowAnotherWipe(Guid.NewGuid(), order.Id, slot!.Id, "cable", default));
                break;
        }
    }

    private async Task<Job> Claim(DeviceReceived device, int how)
    {
        var order = await Find(device);
        var open = order?.Slots.Where(slot => slot.State == SlotState.Open && slot.CarrierIsKnown).ToList() ?? [];
        return await _bench.Claim(device.Serial, open.Count == 0 ? null : open[how % open.Count].CarrierSerial, badge: "B-" + People[how % People.Length]);
    }

    private async Task Wipe(DeviceReceived device, int how, Func<EvidenceDocument, EvidenceDocument>? spoil)
    {
        var job = await Claim(device, how);
        await _bench.MayWrite(job);
        var submission = await Write(job, spoil);
        await _bench.Post(job, submission);
    }

    private async Task<EvidenceSubmission> Write(Job job, Func<EvidenceDocument, EvidenceDocument>? spoil)
    {
        var document = Documents.Success(job, _bench.Identity.Id, _bench.AtWork());
        document = spoil?.Invoke(document) ?? document;
        var submission = _bench.Sign(document, (await _bench.Post(job, _bench.Steps(document))).Head);
        lock (_lock)
            _sent.Add((job, submission));
        return submission;
    }

    private async Task ClaimOnly(DeviceReceived device, int how)
    {
        var job = await Claim(device, how);
        lock (_lock)
            _unfinished.Add(job);
    }

    private async Task FinishLate(int how)
    {
        Job? job;
        lock (_lock)
            job = Pick(_unfinished, how);
        if (job is not null)
            await _bench.Post(job, await Write(job, how % 3 == 0 ? document => document with { Carrier = document.Carrier with { Outcome = Outcome.Aborted } } : null));
    }

    private async Task Resend(int how)
    {
        (Job Job, EvidenceSubmission Submission) sent;
        lock (_lock)
            sent = _sent.Count == 0 ? default : _sent[how % _sent.Count];
        if (sent.Job is not null)
            await _bench.Post(sent.Job, sent.Submission);
    }

    private async Task SecondDocument(int how)
    {
        (Job Job, EvidenceSubmission Submission) sent;
        lock (_lock)
            sent = _sent.Count == 0 ? default : _sent[how % _sent.Count];
        if (sent.Job is null)
            return;
        var document = EvidenceReader.Read(sent.Submission.Evidence).Document with { DocumentId = Guid.NewGuid() };
        if (how % 2 == 0)
            document = document with { Carrier = document.Carrier with { Outcome = Outcome.Failed } };
        await _bench.Post(sent.Job, _bench.Sign(document, sent.Submission.StepChainHead));
    }

    private Task LeaseEnds()
    {
        _workshop.Clock.Advance(TimeSpan.FromMinutes(11));
        return _workshop.Call<ReturnSilentJobs, int>("system", silent => silent.Handle(default));
    }

    private async Task Lift(DeviceReceived device, string who)
    {
        var hold = await _workshop.Read(db => db.Holds.AsNoTracking().Where(hold => hold.DeviceId == device.DeviceId && hold.LiftedAt == null).OrderBy(hold => hold.PlacedAt).FirstOrDefaultAsync());
        if (hold is not null)
            await _workshop.Call<LiftHold, HoldPlaced>(who, lift => lift.Handle(Guid.NewGuid(), hold.Id, "settled", default));
    }

    private Task<WipeOrder?> Find(DeviceReceived device) => _workshop.Read(db => db.WholeOrders.AsNoTracking().Where(order => order.DeviceId == device.DeviceId).OrderByDescending(order => order.Cycle).FirstOrDefaultAsync());

    private static T? Pick<T>(IEnumerable<T> items, int how) where T : class => items.ToList() is { Count: > 0 } list ? list[how % list.Count] : null;
}
