using System.Security.Cryptography;

namespace WaaS.Logistics.Proof.Signing;

internal static class PemText
{
    public static byte[] Single(string pem, string label)
    {
        ArgumentNullException.ThrowIfNull(pem);
        if (!PemEncoding.TryFind(pem, out var found)) throw new FormatException($"This text has no PEM block; a block {label} is needed.");
        if (!pem.AsSpan(found.Label).SequenceEqual(label)) throw new FormatException($"The PEM block is {pem[found.Label]}; a block {label} is needed.");

        var (start, end) = (found.Location.Start.Value, found.Location.End.Value);
        if (!pem.AsSpan(0, start).IsWhiteSpace() || !pem.AsSpan(end).IsWhiteSpace())
            throw new FormatException($"The text has more than the one PEM block {label}; remove the rest.");
        return Convert.FromBase64String(pem[found.Base64Data]);
    }
}
