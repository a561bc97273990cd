using System.Globalization;

namespace WaaS.Logistics.Erasure.Native;

/// <summary>Major and minor number of a device.</summary>
internal readonly record struct DeviceNumber(uint Major, uint Minor)
{
    public const uint LoopMajor = 7;

    public bool IsNone => Major == 0 && Minor == 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}:{Minor}");

    public static bool TryParse(ReadOnlySpan<char> text, out DeviceNumber number)
    {
        number = default;
        int colon = text.IndexOf(':');
        if (colon < 0
            || !uint.TryParse(text[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out uint major)
            || !uint.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out uint minor))
        {
            return false;
        }

        number = new DeviceNumber(major, minor);
        return true;
    }

    /// <summary>From the kernel's own packed form (new_encode_dev), as the loop driver reports it.</summary>
    public static DeviceNumber FromKernel(ulong packed) =>
        new((uint)((packed >> 8) & 0xFFF), (uint)((packed & 0xFF) | ((packed >> 12) & 0xFFF00)));
}
