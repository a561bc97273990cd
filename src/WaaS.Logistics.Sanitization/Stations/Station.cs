using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.InDevice;

namespace WaaS.Logistics.Sanitization.Stations;

/// <summary>A machine at the wipe bench, or one boot of a machine that wipes itself; known by its public key.</summary>
internal sealed class Station : Root
{
    /// <summary>How long a boot counts without a sign of life, and in all.</summary>
    public static readonly TimeSpan BootLives = TimeSpan.FromHours(12), BootLivesAtMost = TimeSpan.FromDays(7);

    private Station()
    {
    }

    public Station(string name, string keyId, string publicKeyPem, string machine, EnrolmentCode code, DateTime now) =>
        (Name, KeyId, PublicKeyPem, Machine, EnrolledWith, EnrolledBy, EnrolledAt) = (name, keyId, publicKeyPem, machine, code.Id, code.CreatedByName, now);

    public static Station ForBoot(Guid deviceId, string name, VerifyingKey key, FleetKey fleet, Guid bootId, string machine, BootEnrollRequest request, DateTime now) => new()
    {
        Name = name.Length > 60 ? name[..60] : name,
        KeyId = key.KeyId.ToString(),
        PublicKeyPem = key.Pem,
        Machine = machine,
        EnrolledWith = fleet.Id,
        EnrolledBy = fleet.Name,
        EnrolledAt = now,
        FleetKeyId = fleet.Id,
        DeviceId = deviceId,
        BootId = bootId,
        ExpiresAt = now + BootLives,
        BootStatement = Convert.ToBase64String(request.Statement),
        FleetSignature = request.FleetSignature,
        BootSignature = request.BootSignature,
    };

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

    /// <summary>The fleet key a boot was let in by; absent for a bench. Such a station may only wipe the machine it is.</summary>
    public Guid? FleetKeyId { get; private set; }
    public Guid? DeviceId { get; private set; }
    public Guid? BootId { get; private set; }
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>What both keys signed, as it came: the chain from evidence to fleet key can be checked as long as the row stands.</summary>
    public string? BootStatement { get; private set; }
    public string? FleetSignature { get; private set; }
    public string? BootSignature { get; private set; }

    /// <summary>A boot whose job runs lives on, but not for ever.</summary>
    /// <returns>Whether its end was moved.</returns>
    public bool LiveOn(DateTime now)
    {
        if (ExpiresAt is not { } ends || ends - now > BootLives / 2)
            return false;
        var (wanted, last) = (now + BootLives, EnrolledAt + BootLivesAtMost);
        ExpiresAt = wanted < last ? wanted : last;
        return ExpiresAt > ends;
    }

    /// <summary>Whether this fleet key and the boot's own key signed that this boot's key is the boot's. True for a bench, which a person let in.</summary>
    public bool IsVouchedFor(FleetKey? fleet)
    {
        if (FleetKeyId is null)
            return true;
        if (fleet?.Id != FleetKeyId || BootStatement is null || FleetSignature is null || BootSignature is null)
            return false;
        var request = new BootEnrollRequest { Statement = Convert.FromBase64String(BootStatement), FleetSignature = FleetSignature, BootSignature = BootSignature };
        var key = VerifyingKey.FromPem(PublicKeyPem);
        return request.IsSignedBy(VerifyingKey.FromPem(fleet.PublicKeyPem), key) && VerifyingKey.FromPem(request.Read().PublicKeyPem).KeyId == key.KeyId;
    }

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
