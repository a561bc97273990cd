using System.Globalization;
using System.Text;

namespace WaaS.Logistics.Erasure;

/// <summary>
/// SECURITY ERASE UNIT (F4h, ACS-4 section 7.34). A user password must be set first; a drive that loses power meanwhile stays
/// locked with it, so the password is stored before it is set, and it is always the same.
/// </summary>
/// <param name="drive">The drive.</param>
/// <param name="enhanced">Enhanced mode: reallocated sectors too, with a pattern of the maker's.</param>
/// <param name="storePassword">Returns only when the password is on the station's medium; otherwise throws.</param>
public sealed class AtaSecurityErase(AtaDevice drive, bool enhanced, Action<string> storePassword) : IFirmwareErase
{
    /// <summary>No secret: it protects nothing, and whoever finds the drive locked must know it.</summary>
    public const string Password = "WAASERASE";

    private static readonly TimeSpan Standard = TimeSpan.FromHours(12);

    /// <inheritdoc/>
    public string Technique => enhanced ? "ata-security-erase-enhanced" : "ata-security-erase";

    /// <inheritdoc/>
    public string Command => Convert.ToHexStringLower(Registers(0xF4).PassThrough());

    /// <inheritdoc/>
    public bool Blocking => true;

    /// <summary>A set password is "running": the erase ends by clearing it.</summary>
    public FirmwareStatus Ask()
    {
        if (drive.Identify() is not { } identity)
        {
            return new FirmwareStatus(FirmwareState.Unknown, null, "no identity");
        }

        AtaSecurity security = identity.Security;
        string words = string.Create(CultureInfo.InvariantCulture, $"security status {security.Word:x4}");
        return new FirmwareStatus(
            !security.Supported ? FirmwareState.Unknown
            : security.Enabled ? FirmwareState.Running
            : _started ? FirmwareState.Completed : FirmwareState.Idle,
            null,
            words);
    }

    private bool _started;

    /// <inheritdoc/>
    public string? Prepare()
    {
        if (drive.Identify() is not { } identity)
        {
            return "the drive does not identify itself";
        }

        AtaSecurity security = identity.Security;
        if (security.Frozen)
        {
            return "the drive is frozen: send the machine to sleep and wake it, or plug the drive's power";
        }

        if (enhanced && !security.EnhancedErase)
        {
            return "the drive has no enhanced erase";
        }

        storePassword(Password);
        if (security.Locked)
        {
            // Left so by an erase that was cut off; only then is it our password.
            return Refusal(0xF2, "unlock");
        }

        return security.Enabled ? null : Refusal(0xF1, "set password");
    }

    /// <inheritdoc/>
    public string? Start()
    {
        AtaRegisters? prepared = drive.Send(new AtaCommand(0xF3, 0, 0, 0, DataDirection.None));
        if (prepared is not { Succeeded: true })
        {
            return Words("erase prepare", prepared);
        }

        TimeSpan? estimate = drive.Identify() is { } identity ? enhanced ? identity.EnhancedEraseTime : identity.EraseTime : null;
        string? refusal = Refusal(0xF4, "erase unit", estimate * 2 > Standard ? estimate * 2 : Standard);
        _started = refusal is null;
        // A password that stays would lock the drive at its next start.
        return refusal is null ? null : Refusal(0xF6, "disable password") is { } kept ? $"{refusal}; {kept}" : refusal;
    }

    /// <summary>Unlocks a drive that an erase of ours left with its password, and takes the password away.</summary>
    /// <returns>False when it is another password, or the drive does not show that it is gone.</returns>
    /// <exception cref="IOException">The drive does not answer.</exception>
    public static bool TakePasswordAway(AtaDevice drive, bool locked)
    {
        if (locked)
        {
            drive.Send(Registers(0xF2), Data(enhanced: false));
        }

        drive.Send(Registers(0xF6), Data(enhanced: false));
        return drive.Identify() is { Security: { Enabled: false, Locked: false } };
    }

    // Word 0: user password; bit 1 only means something for the erase, where it asks for the enhanced mode.
    private static byte[] Data(bool enhanced)
    {
        byte[] data = new byte[512];
        data[0] = (byte)(enhanced ? 2 : 0);
        Encoding.ASCII.GetBytes(Password, data.AsSpan(2, 32));
        return data;
    }

    private string? Refusal(byte opcode, string name, TimeSpan? timeout = null)
    {
        AtaRegisters? answer = drive.Send(Registers(opcode), Data(opcode == 0xF4 && enhanced), timeout);
        return answer is { Succeeded: true } ? null : Words(name, answer);
    }

    private static AtaCommand Registers(byte opcode) => new(opcode, 0, 1, 0, DataDirection.ToDevice);

    private static string Words(string name, AtaRegisters? answer) => answer is null
        ? $"{name}: the drive gave no registers back"
        : string.Create(CultureInfo.InvariantCulture, $"{name} aborted: status {answer.Status:x2}, error {answer.Error:x2}");
}
