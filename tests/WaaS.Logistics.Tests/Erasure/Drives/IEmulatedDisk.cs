using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Tests.Erasure.Drives;

/// <summary>An emulated drive whose medium can be read and written by a kernel that finds it.</summary>
internal interface IEmulatedDisk : IScsiDevice
{
    /// <summary>Sectors of 512 bytes it shows.</summary>
    ulong VisibleSectors { get; }

    /// <summary>Sense data of why nothing can be read or written now; null when it can.</summary>
    byte[]? Hinders { get; }

    /// <summary>Pulls it from power, and gives power again.</summary>
    void PowerCycle();
}
