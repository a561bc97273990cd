namespace WaaS.Logistics.Erasure.Native;

/// <summary>Linux error numbers this library decides by (asm-generic/errno.h).</summary>
internal enum Errno
{
    None = 0,
    NotPermitted = 1,
    NoEntry = 2,
    Interrupted = 4,
    InputOutput = 5,
    NoDeviceOrAddress = 6,
    TryAgain = 11,
    AccessDenied = 13,
    Busy = 16,
    NoDevice = 19,
    InvalidArgument = 22,
    FileTooLarge = 27,
    NoSpace = 28,
    ReadOnlyFileSystem = 30,
    TooManyLinks = 40,
    NoData = 61,
    NotSupported = 95,
    RemoteInputOutput = 121,
}

internal static class ErrnoWords
{
    /// <summary>One word for evidence and logs: EIO, ENOSPC, ...</summary>
    public static string Word(this Errno error) => error switch
    {
        Errno.None => "none",
        Errno.InputOutput => "EIO",
        Errno.NoDeviceOrAddress => "ENXIO",
        Errno.NoDevice => "ENODEV",
        Errno.NoSpace => "ENOSPC",
        Errno.FileTooLarge => "EFBIG",
        Errno.Busy => "EBUSY",
        Errno.AccessDenied => "EACCES",
        Errno.NotPermitted => "EPERM",
        Errno.NoEntry => "ENOENT",
        Errno.InvalidArgument => "EINVAL",
        Errno.ReadOnlyFileSystem => "EROFS",
        Errno.NoData => "ENODATA",
        Errno.TooManyLinks => "ELOOP",
        Errno.RemoteInputOutput => "EREMOTEIO",
        Errno.TryAgain => "EAGAIN",
        _ => $"errno {(int)error}",
    };

    // Only a medium error can be confined to some sectors; everything else concerns the whole device.
    public static bool IsMediumError(this Errno error) => error is Errno.InputOutput or Errno.NoData;
}
