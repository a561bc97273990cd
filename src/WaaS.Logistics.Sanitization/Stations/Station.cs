using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Sanitization.Stations;

/// <summary>A machine at the wipe bench, known by its public key.</summary>
internal sealed class Station : Root
{
    private Station()
    {
    }

    public Station(string name, string keyId, string publicKeyPem, string machine, EnrolmentCode code, DateTime now) =>
        (Name, KeyId, PublicKeyPem, Machine, EnrolledWith, EnrolledBy, EnrolledAt) = (name, keyId, publicKeyPem, machine, code.Id, code.CreatedByName, now);

    public string Name { get; private set; } = "";

    /// <summary>SHA-256 of the public key.</summary>
    public string KeyId { get; private set; } = "";
    public string PublicKeyPem { get; private set; } = "";
    public string Machine { get; private set; } = "";
    public Guid EnrolledWith { get; private set; }
    public string EnrolledBy { get; private set; } = "";
    public DateTime EnrolledAt { get; private set; }
    public DateTime? RevokedAt { get; private set; }
    public string? RevokedBy { get; private set; }

    public void Revoke(string by, DateTime now)
    {
        if (RevokedAt is not null)
            throw new RefusedException("station-revoked", $"Station {Name} was revoked by {RevokedBy}.", arguments: [Name, RevokedBy!]);
        (RevokedAt, RevokedBy) = (now, by);
    }
}

/// <summary>Lets one station in, once, for a short while. Only its hash is kept.</summary>
internal sealed class EnrolmentCode : Root
{
    private EnrolmentCode()
    {
    }

    public EnrolmentCode(string codeHash, string createdBy, string createdByName, DateTime now, DateTime expiresAt) =>
        (CodeHash, CreatedBy, CreatedByName, CreatedAt, ExpiresAt) = (codeHash, createdBy, createdByName, now, expiresAt);

    public string CodeHash { get; private set; } = "";
    public string CreatedBy { get; private set; } = "";
    public string CreatedByName { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }
    public DateTime? UsedAt { get; private set; }
    public Guid? StationId { get; private set; }

    public void Use(Guid stationId, DateTime now) => (UsedAt, StationId) = (now, stationId);
}

/// <summary>A nonce a station has used: the same request again is somebody else's.</summary>
internal sealed class UsedNonce
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string KeyId { get; init; }
    public required string Nonce { get; init; }
    public required DateTime SeenAt { get; init; }
}
