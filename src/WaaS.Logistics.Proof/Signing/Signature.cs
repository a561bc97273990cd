using System.Buffers.Text;

namespace WaaS.Logistics.Proof.Signing;

/// <summary>ES256 signatures (ECDSA, P-256, SHA-256; RFC 7518 section 3.4) as text: the 64 bytes r and s in base64url without padding.</summary>
public static class Signature
{
    /// <summary>The only algorithm.</summary>
    public const string Algorithm = "ES256";

    /// <summary>Length of r and s together, in bytes.</summary>
    public const int Size = 64;

    internal static string ToText(ReadOnlySpan<byte> signature) => Base64Url.EncodeToString(signature);

    internal static bool TryParse(string? text, out byte[] signature)
    {
        signature = [];
        if (text is not { Length: 86 } || !Base64Url.IsValid(text)) return false;
        signature = Base64Url.DecodeFromChars(text);
        return signature.Length == Size && ToText(signature) == text;
    }
}
