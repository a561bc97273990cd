using System.Security.Cryptography;

namespace WaaS.Logistics.Sanitization.Orders;

/// <summary>
/// Numbers of certificates and records: not to be guessed, since anybody may ask whether a certificate is true, and without 0/O and 1/I, since people read them aloud.
/// The last character checks the others.
/// </summary>
internal static class RecordNumber
{
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 11;

    public static string New(string kind)
    {
        var random = RandomNumberGenerator.GetString(Letters, Length);
        var body = $"{random[..4]}-{random[4..8]}-{random[8..]}";
        return $"{kind}-{body}{Check(kind, random)}";
    }

    public static bool IsWellFormed(string? number)
    {
        if (number is not { Length: <= 40 } || number.IndexOf('-') is not (> 0 and < 4 and var dash))
            return false;
        var letters = number[(dash + 1)..].Replace("-", "");
        return letters.Length == Length + 1 && letters.All(Letters.Contains) && Check(number[..dash], letters[..Length]) == letters[Length];
    }

    // Odd weights over 32 letters: no single wrong letter keeps the sum.
    private static char Check(string kind, string random) =>
        Letters[(kind + random).Select((letter, place) => (2 * place + 1) * Letters.IndexOf(letter)).Sum() % Letters.Length];
}
