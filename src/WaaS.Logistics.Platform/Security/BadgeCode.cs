using System.Security.Cryptography;

namespace WaaS.Logistics.Platform.Security;

/// <summary>
/// The code on a badge: one of ours (<c>WL:badge:ID</c> and a check character, ISO 7064 MOD 37-2 as on all our labels) or whatever an existing card says.
/// </summary>
internal static class BadgeCode
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";
    private const string Readable = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Prefix = "WL:badge:";
    private const int IdLength = 16;

    public static string New()
    {
        var id = RandomNumberGenerator.GetString(Readable, IdLength);
        return Prefix + id + Check("BADGE" + id);
    }

    /// <summary>What is kept. A scanner may type our own codes with the caps lock the other way round; foreign cards are taken as they are.</summary>
    public static string Hash(string code)
    {
        var trimmed = code.Trim();
        return Secrets.Hash(trimmed.StartsWith("WL:", StringComparison.OrdinalIgnoreCase) ? trimmed.ToUpperInvariant() : trimmed);
    }

    private static char Check(string text)
    {
        var sum = 0;
        foreach (var character in text)
            sum = (sum * 2 + Alphabet.IndexOf(character)) % 37;
        return Alphabet[(38 - sum * 2 % 37) % 37];
    }
}
