using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Fleet;
using WaaS.Logistics.Returns.KeepCode;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Places;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.RecordScan;

/// <summary>A device is scanned at the receiving desk: judged, put down as a fact, and told to the others.</summary>
internal sealed class RecordScan(ReturnsDb db)
{
    public const string Operation = "record-scan";

    private static readonly RaceIndex[] Races =
        [ReturnsDb.OneStandingReceipt, ReturnsDb.OneReceiptPerCycle, ReturnsDb.OneQuarantine, ReturnsDb.OneUnknownQuarantine, ReturnsDb.OneScanNumber, ReturnsDb.OneCorrection];

    public Task<RecordScanAnswer> Handle(Guid sessionId, RecordScanRequest request, CancellationToken cancel)
    {
        LabelLine.Require(request);
        return db.Once(request.OpId, Operation, new { sessionId, request }, () => Judge(sessionId, request, cancel), Races, cancel);
    }

    private async Task<RecordScanAnswer> Judge(Guid sessionId, RecordScanRequest request, CancellationToken cancel)
    {
        var session = await db.Sessions.SingleOrDefaultAsync(row => row.Id == sessionId, cancel) ?? throw RefusedException.NotFound("receiving session", sessionId.ToString());
        session.RequireOpen();
        var order = await db.Orders.AsNoTracking().SingleAsync(row => row.Id == session.OrderId, cancel);
        var read = await (request.Codes is null ? new ReadPayload(db).Read(request, cancel) : new ReadLabel(db).Read(request, cancel));
        if (read is not { Device: { } scanned })
            return RecordScanAnswer.Ask(request, read.Question!.Why, read.Question.Serial, read.Question.Choices);
        var (facts, devices, expected) = await new ReadFacts(db).Read(order, scanned, cancel);
        if (facts.IsUnheardOf && request.Serial is null && await new FindLookalikes(db).Of(order.Id, scanned, cancel) is { Count: > 0 } alike)
            return RecordScanAnswer.Ask(request, ScanReason.LooksAlike, scanned.Serial, [.. alike, new ScanChoice("", "", scanned.Serial)]);
        var verdict = ScanRule.Decide(facts);
        if (verdict.Outcome is not { } outcome)
            return RecordScanAnswer.Ask(request, verdict.Reason, scanned.Serial,
                verdict.Choices.Select(choice => devices.Single(device => device.Id == choice.DeviceId)).Select(device => new ScanChoice(device.Manufacturer, device.Model, device.Serial)));
        var device = devices.SingleOrDefault(row => row.Id == verdict.Device?.DeviceId);
        var place = outcome == ScanOutcome.Duplicate ? null : await Destination(session, outcome, request.Place, cancel);
        var scan = new Scan
        {
            SessionId = session.Id,
            OrderId = order.Id,
            Number = session.NextScan(),
            Payload = request.Codes is null ? request.Payload.Trim() : string.Join('\n', request.Codes.Select(code => code.Text.Trim())),
            Serial = device?.Serial ?? scanned.Serial,
            DeviceId = device?.Id,
            Manufacturer = device?.Manufacturer ?? scanned.Manufacturer,
            Model = device?.Model ?? scanned.Model,
            Outcome = outcome,
            Reason = verdict.Reason,
            Place = place?.Code,
            Actor = db.Origin.Actor,
            ActorName = db.Origin.ActorName,
            At = db.Now,
            OccurredAt = db.Origin.OccurredAt,
        };
        await new CodeBefore(db).TakeBack(scan, cancel);
        db.Scans.Add(scan);
        await new CodesOfScan(db).Keep(scan, read.Others, request.Arrived, cancel);
        if (outcome == ScanOutcome.Expected)
            await Receive(order, device!, expected.Single(row => row.DeviceId == device!.Id), scan, place!, cancel);
        else if (outcome != ScanOutcome.Duplicate && verdict.Reason != ScanReason.StoppedBefore)
            await SetAside(order, scan, place!, cancel);
        return RecordScanAnswer.Of(scan);
    }

    private async Task<Place> Destination(ReceivingSession session, ScanOutcome outcome, string? asked, CancellationToken cancel)
    {
        if (outcome != ScanOutcome.Expected)
            return await db.Places.SingleAsync(row => row.Id == session.QuarantineId, cancel);
        var place = string.IsNullOrWhiteSpace(asked) ? await db.Places.SingleAsync(row => row.Id == session.PlaceId, cancel) : await db.Place(asked, "place", cancel);
        place.RequireUnwipedAllowed();
        return place;
    }

    private async Task Receive(ReturnOrder order, FleetDevice device, ExpectedDevice expected, Scan scan, Place place, CancellationToken cancel)
    {
        expected.Receive();
        var receipt = new Receipt(device, order, scan, place);
        db.Receipts.Add(receipt);
        foreach (var earlier in await db.Quarantines.Where(row => row.State == QuarantineState.Standing && (row.DeviceId == device.Id || row.DeviceId == null && row.SerialKey == device.SerialKey && row.MakerKey == device.MakerKey)).ToListAsync(cancel))
            db.AddToOutbox(earlier.Settle(scan));
        db.AddToOutbox(new DeviceReceived(device.Id, receipt.Cycle, order.Id, order.Number, device.ContractNumber, device.Customer,
            device.Manufacturer, device.Model, device.Serial, device.ProtectionNeed, device.ProductClass, device.CarrierSlots, [], place.Code));
    }

    private async Task SetAside(ReturnOrder order, Scan scan, Place place, CancellationToken cancel)
    {
        var kind = Enum.Parse<DiscrepancyKind>(scan.Outcome.ToString());
        var discrepancy = new Discrepancy(order, kind, scan.Serial, scan.DeviceId, scan.Reason, scan.Id, db.Now);
        db.Discrepancies.Add(discrepancy);
        db.AddToOutbox(discrepancy.ToMessage());
        await StopWhatStands(scan, cancel);
        var quarantine = new Quarantine(scan, order, place, scan.Outcome, scan.Reason);
        // For any other outcome a standing one means that somebody was faster: the unique index sends the scan back to be judged anew.
        var standing = scan.Outcome != ScanOutcome.Stop ? null : scan.DeviceId is { } device
            ? await db.Quarantines.FirstOrDefaultAsync(row => row.State == QuarantineState.Standing && row.DeviceId == device, cancel)
            : await db.Quarantines.Strangers(quarantine.SerialKey, quarantine.MakerKey is { Length: > 0 } maker ? maker : null).FirstOrDefaultAsync(cancel);
        if (standing is not null && !quarantine.IsPlaceholder)
        {
            db.AddToOutbox(standing.Stop(scan.Reason));
            return;
        }
        db.Quarantines.Add(quarantine);
        db.AddToOutbox(quarantine.ToMessage());
    }

    // A device received before it came onto the stop list: what is known now outweighs what was said then.
    private async Task StopWhatStands(Scan scan, CancellationToken cancel)
    {
        if (scan.Outcome == ScanOutcome.Stop && await db.Receipts.SingleOrDefaultAsync(row => row.DeviceId == scan.DeviceId && row.State == ReceiptState.Standing, cancel) is { } receipt)
            db.AddToOutbox(receipt.Stop("stop-list"));
    }
}
