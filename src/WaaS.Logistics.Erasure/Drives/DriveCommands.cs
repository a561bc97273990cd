namespace WaaS.Logistics.Erasure;

/// <summary>Which way data goes with a command.</summary>
public enum DataDirection
{
    /// <summary>The command carries no data.</summary>
    None,

    /// <summary>The device fills the buffer.</summary>
    FromDevice,

    /// <summary>The device takes the buffer.</summary>
    ToDevice,
}

/// <summary>What a SCSI command came back with.</summary>
/// <param name="Status">SAM status: 0 good, 2 check condition.</param>
/// <param name="Sense">Sense data; empty when there is none.</param>
public sealed record ScsiReply(byte Status, byte[] Sense);

/// <summary>Something that takes SCSI commands, ATA drives behind a translation (SAT) included.</summary>
public interface IScsiDevice
{
    /// <summary>Sends one command and waits for its end.</summary>
    /// <exception cref="IOException">The command did not reach the device, or no answer came back.</exception>
    ScsiReply Send(ReadOnlySpan<byte> command, Span<byte> data, DataDirection direction, TimeSpan timeout);
}

/// <summary>An NVMe admin command (NVM Express Base Specification, section 5).</summary>
/// <param name="Opcode">What to do.</param>
/// <param name="Namespace">Namespace id; 0 for the controller, FFFFFFFFh for all.</param>
/// <param name="Dword10">Command dword 10.</param>
/// <param name="Dword11">Command dword 11.</param>
public readonly record struct NvmeCommand(byte Opcode, uint Namespace, uint Dword10, uint Dword11 = 0);

/// <summary>Something that takes NVMe admin commands.</summary>
public interface INvmeDevice
{
    /// <summary>Sends one command and waits for its end.</summary>
    /// <returns>The status field of the completion (status code type and code); 0 is success.</returns>
    /// <exception cref="IOException">The command did not reach the device, or no answer came back.</exception>
    int Send(NvmeCommand command, Span<byte> data, TimeSpan timeout);
}
