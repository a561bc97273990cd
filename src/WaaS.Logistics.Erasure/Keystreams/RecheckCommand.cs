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

    /// <summary>Draws the places of a sample again (<see cref="SamplePlan"/>), the two ends among them.</summary>
    /// <returns>A shell line that prints the SHA-256 of their offsets, as <see cref="PurgeLookResult.PlacesDigestHex"/> has it.</returns>
    public static string OfPlaces(string seedHex, long count, long sizeBytes) =>
        $"openssl enc -aes-128-ctr -K {seedHex} -iv {new string('0', 32)} -in /dev/zero 2>/dev/null | "
        + """perl -e 'use integer; my ($n, $size) = @ARGV; my $all = $size / 4096; my %at = (0 => 1, ($size - 4096) / 512 * 512 => 1); no integer; while (keys %at < $n && read(STDIN, my $eight, 8)) { $at{unpack("Q>", $eight) % $all * 4096} = 1 } print pack("Q>", $_) for sort { $a <=> $b } keys %at' """
        + string.Create(CultureInfo.InvariantCulture, $"{count} {sizeBytes} | sha256sum");
}
