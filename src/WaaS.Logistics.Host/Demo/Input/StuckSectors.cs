using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace WaaS.Logistics.Host.Demo.Input;

/// <summary>
/// A carrier that is worn out in the most dangerous way: it takes every write and acknowledges it, but some sectors keep what they held. Here a thread puts the old
/// content back whenever it was overwritten; for who reads the carrier it is the same.
/// </summary>
internal sealed partial class StuckSectors : IAsyncDisposable
{
    private const int Sector = 4096;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _keeping;

    /// <param name="text">The sectors that hold it are the stuck ones: those of its first, middle and last occurrence.</param>
    public StuckSectors(string image, string text)
    {
        var bytes = File.ReadAllBytes(image);
        var sectors = Sectors(bytes, System.Text.Encoding.UTF8.GetBytes(text));
        long[] stuck = [sectors[0], sectors[sectors.Count / 2], sectors[^1]];
        var content = stuck.ToDictionary(sector => sector, sector => bytes[(int)(sector * Sector)..(int)((sector + 1) * Sector)]);
        _keeping = Task.Factory.StartNew(() => Keep(image, content), TaskCreationOptions.LongRunning);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _keeping;
        _stop.Dispose();
    }

    private static List<long> Sectors(byte[] bytes, byte[] text)
    {
        var sectors = new List<long>();
        for (int at = 0, found; (found = bytes.AsSpan(at).IndexOf(text)) >= 0; at += found + text.Length)
            sectors.Add((at + found) / Sector);
        return sectors.Count > 0 ? sectors : throw new DemoFailedException("The carrier that shall fail does not hold the text that shall stay on it.");
    }

    private void Keep(string image, Dictionary<long, byte[]> content)
    {
        SafeFileHandle? carrier = null;
        var seen = new byte[Sector];
        // Opened only once the station has begun: before that it refuses a carrier that somebody else has open.
        var untouched = File.GetLastWriteTimeUtc(image);
        while (!_stop.IsCancellationRequested)
        {
            if (carrier is null && File.GetLastWriteTimeUtc(image) != untouched)
                carrier = Open(image, ReadWrite);
            if (carrier is not null)
                foreach (var (sector, old) in content)
                    if (RandomAccess.Read(carrier, seen, sector * Sector) == Sector && !seen.AsSpan().SequenceEqual(old))
                        RandomAccess.Write(carrier, old, sector * Sector);
            _stop.Token.WaitHandle.WaitOne(1);
        }
        carrier?.Dispose();
    }

    private const int ReadWrite = 2;

    // File.OpenHandle would ask for a lock, which the station holds; a carrier's own electronics ask nobody.
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags);
}
