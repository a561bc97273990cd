using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Certificates;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.ShowCertificates;

public sealed record CertificateRow(string Number, string CarrierSerial, string DeviceSerial, Guid OrderId, DateTime IssuedAt, DateTime? RevokedAt);

/// <param name="Check">The same answer as anybody gets who asks whether it is true.</param>
public sealed record CertificateDetails(
    CertificateCheck Check, Guid OrderId, Guid DeviceId, Guid EvidenceId, string Manufacturer, string Model, string DeviceSerial, string CarrierSerial, string Slot, string Customer, string OrderNumber, string? ContractNumber,
    string DocumentHash, string? RevokedBy);

internal sealed class ReadCertificates(SanitizationDb db, CheckCertificate check)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<CertificateRow>> List(string? search, CancellationToken cancel)
    {
        var certificates = db.Certificates.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(search))
        {
            var (text, upper) = (search.Trim(), search.Trim().ToUpperInvariant());
            certificates = certificates.Where(row => row.Number == upper || row.CarrierSerial == text || row.DeviceSerial == text || row.CarrierSerial == upper || row.DeviceSerial == upper);
        }
        var rows = await certificates.OrderByDescending(row => row.IssuedAt).Take(Most).ToListAsync(cancel);
        var ids = rows.Select(row => row.Id).ToList();
        var revoked = await db.Revocations.AsNoTracking().Where(row => ids.Contains(row.CertificateId)).ToDictionaryAsync(row => row.CertificateId, row => row.RevokedAt, cancel);
        return [.. rows.Select(row => new CertificateRow(row.Number, row.CarrierSerial, row.DeviceSerial, row.OrderId, row.IssuedAt, revoked.TryGetValue(row.Id, out var at) ? at : null))];
    }

    public async Task<CertificateDetails> Show(string number, CancellationToken cancel)
    {
        var asked = number.Trim().ToUpperInvariant();
        var row = await db.Certificates.AsNoTracking().SingleOrDefaultAsync(row => row.Number == asked, cancel) ?? throw RefusedException.NotFound("certificate", number);
        var order = await db.Orders.AsNoTracking().Include(order => order.Slots).SingleAsync(order => order.Id == row.OrderId, cancel);
        var revokedBy = await db.Revocations.AsNoTracking().Where(revocation => revocation.CertificateId == row.Id).Select(revocation => revocation.RevokedByName).SingleOrDefaultAsync(cancel);
        return new CertificateDetails(
            await check.Handle(row.Number, null, cancel), order.Id, order.DeviceId, row.EvidenceId, order.Manufacturer, order.Model, row.DeviceSerial, row.CarrierSerial, order.Slot(row.SlotId).Name,
            order.Customer, order.OrderNumber, order.ContractNumber, row.DocumentHash, revokedBy);
    }
}
