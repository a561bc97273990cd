using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>What a guard hands over: the one descriptor, and what was seen while opening it.</summary>
internal sealed record OpenedTarget(SafeFileHandle File, bool Direct, Dictionary<string, string> Observations)
{
    public string? BackingPath { get; init; }

    public DeviceNumber? Device { get; init; }

    public DriveFacts? Drive { get; init; }
}
