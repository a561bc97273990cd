using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Rentals.Data;

namespace WaaS.Logistics.Rentals.TrackReturns;

internal abstract class TrackReturn<TEvent>(RentalsDb db) : Consumer<TEvent, RentalsDb>(db) where TEvent : class
{
    protected abstract ReturnFact? Fact(TEvent happened, DateTime at);

    protected override Task Apply(TEvent happened, Received received, CancellationToken cancel)
    {
        if (Fact(happened, received.Origin.OccurredAt ?? received.RecordedAt) is { } fact)
            Db.ReturnFacts.Add(fact);
        return Task.CompletedTask;
    }
}

internal sealed class TrackReturnOnDeviceReceived(RentalsDb db) : TrackReturn<DeviceReceived>(db)
{
    protected override ReturnFact Fact(DeviceReceived e, DateTime at) =>
        new() { DeviceId = e.DeviceId, Kind = ReturnFactKind.Received, Cycle = e.Cycle, ContractNumber = e.ContractNumber, Subject = e.OrderNumber, OccurredAt = at };
}

internal sealed class TrackReturnOnReceiptCorrected(RentalsDb db) : TrackReturn<ReceiptCorrected>(db)
{
    protected override ReturnFact Fact(ReceiptCorrected e, DateTime at) =>
        new() { DeviceId = e.DeviceId, Kind = ReturnFactKind.ReceiptCorrected, Cycle = e.Cycle, Subject = e.OrderNumber, Detail = e.Reason, OccurredAt = at };
}

/// <summary>A discrepancy about a device that nobody rented is none of Rentals' business.</summary>
internal sealed class TrackReturnOnDiscrepancyFound(RentalsDb db) : TrackReturn<DiscrepancyFound>(db)
{
    protected override ReturnFact? Fact(DiscrepancyFound e, DateTime at) =>
        e.DeviceId is { } device ? new() { DeviceId = device, Kind = ReturnFactKind.DiscrepancyFound, Subject = $"{e.DiscrepancyId}", Detail = e.Kind, OccurredAt = at } : null;
}

internal sealed class TrackReturnOnDiscrepancySettled(RentalsDb db) : TrackReturn<DiscrepancySettled>(db)
{
    protected override ReturnFact? Fact(DiscrepancySettled e, DateTime at) =>
        e.DeviceId is { } device ? new() { DeviceId = device, Kind = ReturnFactKind.DiscrepancySettled, Subject = $"{e.DiscrepancyId}", Detail = e.Kind, OccurredAt = at } : null;
}

internal sealed class TrackReturnOnCertificateIssued(RentalsDb db) : TrackReturn<CertificateIssued>(db)
{
    protected override ReturnFact Fact(CertificateIssued e, DateTime at) =>
        new() { DeviceId = e.DeviceId, Kind = ReturnFactKind.CertificateIssued, Cycle = e.Cycle, Subject = e.CertificateNumber, Detail = e.CarrierSerial, OccurredAt = at };
}

internal sealed class TrackReturnOnCertificateRevoked(RentalsDb db) : TrackReturn<CertificateRevoked>(db)
{
    protected override ReturnFact Fact(CertificateRevoked e, DateTime at) =>
        new() { DeviceId = e.DeviceId, Kind = ReturnFactKind.CertificateRevoked, Cycle = e.Cycle, Subject = e.CertificateNumber, Detail = e.Reason, OccurredAt = at };
}
