using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.Certificates;

internal sealed record CertificateIsRevoked(string Number, OrderState OrderState, int Revision);

/// <summary>A certificate is never edited: it is revoked, which opens its device again.</summary>
internal sealed class RevokeCertificate(SanitizationDb db, OrderLookup orders, CertificateOffice office, Once once)
{
    public Task<CertificateIsRevoked> Handle(Guid opId, string number, string? reason, CancellationToken cancel) =>
        once.Run(opId, "revoke-certificate", async () =>
        {
            if (string.IsNullOrWhiteSpace(reason) || reason.Length > 500)
                throw RefusedException.Invalid("reason", "The field reason says in 1 to 500 characters why the certificate is not true.");
            var by = Actor.Of(db.Origin);
            if (!by.IsPerson)
                throw new RefusedException("person-needed", "A certificate is revoked by a person. Sign in.");
            var certificate = await db.Certificates.SingleOrDefaultAsync(certificate => certificate.Number == number, cancel) ?? throw RefusedException.NotFound("certificate", number);
            if (await db.Revocations.AnyAsync(revocation => revocation.CertificateId == certificate.Id, cancel))
                throw new RefusedException("revoked-already", $"Certificate {number} is revoked already.", arguments: [number]);
            var order = await orders.Load(certificate.OrderId, cancel);
            var reopening = order.Revoke(order.Slot(certificate.SlotId).Name, certificate.EvidenceId, number, ReopeningCause.CertificateRevoked, reason.Trim(), db.Now);
            db.Revocations.Add(office.Revocation(certificate, reopening, by));
            return new CertificateIsRevoked(number, order.State, order.Revision);
        }, cancel);
}
