using System.Diagnostics;

namespace WaaS.Logistics.Testbed;

/// <summary>Waits for a condition with a deadline. The sentence in <c>what</c> is what the failing test says.</summary>
internal static class Poll
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    public static Task Until(Func<bool> condition, TimeSpan deadline, string what) => Until(() => Task.FromResult(condition()), deadline, what);

    public static async Task Until(Func<Task<bool>> condition, TimeSpan deadline, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed >= deadline)
                throw new TimeoutException($"Not within {deadline.TotalSeconds:0.#} s: {what}");
            await Task.Delay(Step);
        }
    }

    /// <summary>Reads until the value is there, or until it is the expected one; the last value read is told.</summary>
    public static async Task Until<T>(Func<Task<T>> read, T expected, TimeSpan deadline, string what)
    {
        T? last = default;
        try
        {
            await Until(async () => EqualityComparer<T>.Default.Equals(last = await read(), expected), deadline, what);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message} (expected {expected}, last seen {last})");
        }
    }
}
