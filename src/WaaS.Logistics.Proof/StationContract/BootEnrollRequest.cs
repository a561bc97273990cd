using System.Text.Json;
using WaaS.Logistics.Proof.Signing;

namespace WaaS.Logistics.Proof.StationContract;

/// <summary>Asks for an identity for one boot. The fleet key says that the boot medium is ours, the boot's own key that it is there.</summary>
public sealed record BootEnrollRequest
{
    private static ReadOnlySpan<byte> Purpose => "waas-boot-enrolment/1\n"u8;

    /// <summary>The exact bytes of a <see cref="BootStatement"/>; base64 on the wire.</summary>
    public required byte[] Statement { get; init; }

    /// <summary>The fleet key's ES256 signature, base64url.</summary>
    public required string FleetSignature { get; init; }

    /// <summary>The boot's ES256 signature, base64url.</summary>
    public required string BootSignature { get; init; }

    /// <summary>Signs a statement with both keys.</summary>
    public static BootEnrollRequest Sign(BootStatement statement, SigningKey fleet, SigningKey boot)
    {
        ArgumentNullException.ThrowIfNull(fleet);
        ArgumentNullException.ThrowIfNull(boot);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(statement, StationJson.Default.BootStatement);
        var signed = Signed(bytes);
        return new BootEnrollRequest { Statement = bytes, FleetSignature = fleet.Sign(signed), BootSignature = boot.Sign(signed) };
    }

    /// <summary>What it says. Nothing of it is true before <see cref="IsSignedBy"/> was asked.</summary>
    /// <exception cref="JsonException">It is no statement of this contract.</exception>
    public BootStatement Read() => JsonSerializer.Deserialize(Statement, StationJson.Default.BootStatement) ?? throw new JsonException("The statement is null.");

    /// <summary>Whether these two keys signed exactly these bytes.</summary>
    public bool IsSignedBy(VerifyingKey fleet, VerifyingKey boot)
    {
        ArgumentNullException.ThrowIfNull(fleet);
        ArgumentNullException.ThrowIfNull(boot);
        var signed = Signed(Statement);
        return fleet.Verifies(signed, FleetSignature) && boot.Verifies(signed, BootSignature);
    }

    private static byte[] Signed(byte[] statement) => [.. Purpose, .. statement];
}
