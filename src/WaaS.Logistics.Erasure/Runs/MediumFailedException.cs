using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>The carrier as a whole failed: removed, full, dead. Not a matter of single sectors.</summary>
internal sealed class MediumFailedException(string action, long offset, string error)
    : IOException($"{action} at byte {offset} failed: {error}")
{
    public MediumFailedException(string action, long offset, Errno error) : this(action, offset, error.Word())
    {
    }
}
