using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Sanitization.InDevice;

/// <summary>Lets machines that wipe themselves in, each for one boot. The private half lies on the boot medium alone; here is what checks it.</summary>
internal sealed class FleetKey : Root
{
    private FleetKey()
    {
    }

    public FleetKey(string name, string keyId, string publicKeyPem, int machineLimit, DateTime endsAt, string createdBy, DateTime now) =>
        (Name, KeyId, PublicKeyPem, MachineLimit, EndsAt, CreatedBy, CreatedAt) = (name, keyId, publicKeyPem, machineLimit, endsAt, createdBy, now);

    public string Name { get; private set; } = "";

    /// <summary>SHA-256 of the public key.</summary>
    public string KeyId { get; private set; } = "";
    public string PublicKeyPem { get; private set; } = "";

    /// <summary>So many different machines, however often each starts.</summary>
    public int MachineLimit { get; private set; }
    public int Machines { get; private set; }
    public int Boots { get; private set; }
    public DateTime EndsAt { get; private set; }
    public string CreatedBy { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    public DateTime? LastUsedAt { get; private set; }
    public DateTime? RevokedAt { get; private set; }
    public string? RevokedBy { get; private set; }

    public void Admit(bool newMachine, DateTime now)
    {
        if (RevokedAt is not null)
            throw Shut("fleet-key-revoked", $"The fleet key {Name} was revoked by {RevokedBy}. Make boot media with a new one.", Name, RevokedBy!);
        if (EndsAt <= now)
            throw Shut("fleet-key-ended", $"The fleet key {Name} ended. Make boot media with a new one.", Name);
        if (newMachine && Machines >= MachineLimit)
            throw Shut("fleet-key-used-up", $"The fleet key {Name} is good for {MachineLimit} machines, and so many have used it.", Name, MachineLimit);
        Machines += newMachine ? 1 : 0;
        Boots++;
        LastUsedAt = now;
    }

    public void Revoke(string by, DateTime now)
    {
        if (RevokedAt is not null)
            throw new RefusedException("fleet-key-revoked", $"The fleet key {Name} was revoked by {RevokedBy}.", arguments: [Name, RevokedBy!]);
        (RevokedAt, RevokedBy) = (now, by);
    }

    private static RefusedException Shut(string rule, string sentence, params object[] arguments) => new(rule, sentence, StatusCodes.Status403Forbidden, arguments: arguments);
}
