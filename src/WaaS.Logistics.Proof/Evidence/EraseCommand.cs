using System.Globalization;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>
/// Whether a recorded command is the one of its technique: what was sent counts, not what it is called. ATA and SCSI commands are recorded as their bytes in
/// hexadecimal (ATA inside ATA PASS-THROUGH (16)), NVMe commands as "opcode, nsid, cdw10".
/// </summary>
internal static class EraseCommand
{
    private const int Features = 4, Opcode = 14, PassThroughBytes = 16;

    /// <summary>True for a technique whose commands are not known here: the level engine does not know it better.</summary>
    public static bool Fits(string technique, string command) => technique switch
    {
        "ata-sanitize-crypto-scramble" => Ata(command, 0xB4, 0x11),
        "ata-sanitize-block-erase" => Ata(command, 0xB4, 0x12),
        "ata-sanitize-overwrite" => Ata(command, 0xB4, 0x14),
        "ata-security-erase" or "ata-security-erase-enhanced" => Ata(command, 0xF4, null),
        "scsi-sanitize-overwrite" => Scsi(command, 1),
        "scsi-sanitize-block-erase" => Scsi(command, 2),
        "scsi-sanitize-crypto-erase" => Scsi(command, 3),
        "nvme-sanitize-block-erase" => Nvme(command, "84", 0, 2),
        "nvme-sanitize-overwrite" => Nvme(command, "84", 0, 3),
        "nvme-sanitize-crypto-erase" => Nvme(command, "84", 0, 4),
        "nvme-format-user-data-erase" => Nvme(command, "80", 9, 1),
        "nvme-format-crypto-erase" => Nvme(command, "80", 9, 2),
        _ => true,
    };

    private static bool Ata(string command, byte opcode, byte? features) =>
        Bytes(command) is { Length: PassThroughBytes } bytes && bytes[0] == 0x85 && bytes[Opcode] == opcode && (features is null || bytes[Features] == features);

    private static bool Scsi(string command, byte action) => Bytes(command) is { Length: 10 } bytes && bytes[0] == 0x48 && (bytes[1] & 0x1F) == action;

    private static bool Nvme(string command, string opcode, int shift, uint value)
    {
        var words = command.Split(' ');
        var at = Array.IndexOf(words, "cdw10");
        return words is ["opcode", var given, ..] && given == opcode && at > 0 && at + 1 < words.Length
            && uint.TryParse(words[at + 1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var dword) && (dword >> shift & 7) == value;
    }

    private static byte[]? Bytes(string command) =>
        command.Length % 2 == 0 && command.Length <= 64 && command.All(char.IsAsciiHexDigit) ? Convert.FromHexString(command) : null;
}
