using WaaS.Logistics.Proof.Signing;

namespace WaaS.Logistics.Sanitization.Stations;

/// <summary>Whether a station signed exactly these bytes, with the key it was enrolled with (rule R20).</summary>
internal static class StationSignature
{
    public static bool IsGenuine(string publicKeyPem, ReadOnlySpan<byte> bytes, string signature) =>
        signature.Length > 0 && VerifyingKey.FromPem(publicKeyPem).Verifies(bytes, signature);
}
