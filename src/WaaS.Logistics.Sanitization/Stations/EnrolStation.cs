using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.Stations;

internal sealed record CodeMade(Guid CodeId, string? Code, DateTime ExpiresAt);

/// <summary>Lets stations in: an admin makes a one-time code, the station hands over its public key with it.</summary>
internal sealed class EnrolStation(SanitizationDb db, OriginContext origin)
{
    private static readonly TimeSpan Valid = TimeSpan.FromMinutes(30);

    /// <summary>The code is shown once; what is kept cannot bring it back.</summary>
    public async Task<CodeMade> MakeCode(CancellationToken cancel)
    {
        var by = Actor.Of(db.Origin);
        if (!by.IsPerson)
            throw new RefusedException("person-needed", "A code is made by a person. Sign in.");
        var code = RandomNumberGenerator.GetString("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 16);
        var kept = new EnrolmentCode(HashOf(code), by.Id, by.Name, db.Now, db.Now + Valid);
        db.EnrolmentCodes.Add(kept);
        await db.SaveChangesAsync(cancel);
        return new CodeMade(kept.Id, $"{code[..4]}-{code[4..8]}-{code[8..12]}-{code[12..]}", kept.ExpiresAt);
    }

    public async Task<EnrollReply> Enrol(EnrollRequest request, CancellationToken cancel)
    {
        var key = Read(request.PublicKeyPem);
        if (string.IsNullOrWhiteSpace(request.Name) || request.Name.Length > 60)
            throw RefusedException.Invalid("name", "The field name has 1 to 60 characters: what people will call the station.");
        if (request.Machine.Length > 200)
            throw RefusedException.Invalid("machine", "The field machine has at most 200 characters.");
        var hash = HashOf(request.Code);
        var code = await db.EnrolmentCodes.SingleOrDefaultAsync(code => code.CodeHash == hash, cancel);
        var known = await db.Stations.AsNoTracking().SingleOrDefaultAsync(station => station.KeyId == key.KeyId.ToString(), cancel);
        // The reply may have been lost: the same key with the same code is the same station.
        if (known is { RevokedAt: null } && code is not null && known.EnrolledWith == code.Id)
            return Reply(known.Id);
        if (code is null || code.UsedAt is not null || code.ExpiresAt < db.Now)
            throw new RefusedException("enrolment-code", "This code is not known, used up, or older than 30 minutes. Ask for a new one.", StatusCodes.Status403Forbidden, "code");
        if (known is not null)
            throw new RefusedException("station-known", $"This key belongs to the station {known.Name}. Make a new key for a new station.", arguments: [known.Name]);
        origin.Current = new Origin($"station:{key.KeyId}", request.Name.Trim(), request.Name.Trim());
        var station = new Station(request.Name.Trim(), key.KeyId.ToString(), key.Pem, request.Machine.Trim(), code, db.Now);
        code.Use(station.Id, db.Now);
        db.Stations.Add(station);
        await db.SaveChangesAsync(cancel);
        return Reply(station.Id);
    }

    public async Task Revoke(Guid stationId, CancellationToken cancel)
    {
        var station = await db.Stations.SingleOrDefaultAsync(station => station.Id == stationId, cancel) ?? throw RefusedException.NotFound("station", stationId.ToString());
        station.Revoke(Actor.Of(db.Origin).Name, db.Now);
        await db.SaveChangesAsync(cancel);
    }

    private EnrollReply Reply(Guid stationId) => new() { StationId = stationId, ServerTime = db.Time.GetUtcNow() };

    private static VerifyingKey Read(string pem)
    {
        try
        {
            return VerifyingKey.FromPem(pem);
        }
        catch (FormatException e)
        {
            throw RefusedException.Invalid("publicKeyPem", $"The field publicKeyPem is no P-256 public key: {e.Message}", e.Message);
        }
    }

    private static string HashOf(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code.Replace("-", "").Trim().ToUpperInvariant())));
}
