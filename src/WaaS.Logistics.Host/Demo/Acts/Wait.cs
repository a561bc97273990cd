using System.Diagnostics;

namespace WaaS.Logistics.Host.Demo.Acts;

/// <summary>What follows by event follows soon, not at once: asked again and again until it is there.</summary>
internal static class Wait
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task Until(string what, Func<Task<bool>> isSo, CancellationToken cancel, TimeSpan? atMost = null)
    {
        var longest = atMost ?? Longest;
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            if (watch.Elapsed > longest)
                throw new DemoFailedException($"Not within {longest.TotalSeconds:0} seconds: {what}.");
            await Task.Delay(Pause, cancel);
        }
    }

    /// <param name="look">Gives null while it is not there.</param>
    public static async Task<T> For<T>(string what, Func<Task<T?>> look, CancellationToken cancel) where T : struct
    {
        T? found = null;
        await Until(what, async () => (found = await look()) is not null, cancel);
        return found!.Value;
    }
}
