using System.Runtime.InteropServices;

namespace WaaS.Logistics.Erasure.Native;

/// <summary>A system call failed; <see cref="Error"/> says how, the message says which.</summary>
internal sealed class SystemCallException(string call, Errno error)
    : IOException($"{call}: {error.Word()} ({Marshal.GetPInvokeErrorMessage((int)error)})")
{
    public Errno Error { get; } = error;

    public static Errno LastError => (Errno)Marshal.GetLastPInvokeError();

    public static SystemCallException Last(string call) => new(call, LastError);
}
