using System.Globalization;

namespace WaaS.Logistics.Erasure;

/// <summary>The command with which anybody re-checks a wiped carrier, with tools that are not ours.</summary>
public static class RecheckCommand
{
    /// <returns>A shell line that prints nothing and ends with 0 when the carrier holds the stream from its first to its last byte.</returns>
    public static string For(string algorithm, string keyHex, long sizeBytes, string path = "CARRIER") =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"openssl enc -{algorithm} -K {keyHex} -iv {new string('0', 32)} -in /dev/zero 2>/dev/null | cmp -n {sizeBytes} - {path}");
}
