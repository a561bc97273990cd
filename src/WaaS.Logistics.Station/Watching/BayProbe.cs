using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Station.Watching;

/// <summary>What a bay was last seen to hold.</summary>
/// <param name="Content">Null while nothing could be asked.</param>
/// <param name="Trouble">Why not.</param>
internal sealed record BaySight(BayContent? Content, double? Temperature, string? Trouble);

/// <summary>
/// Asks one bay on a thread of its own: a dying drive may keep whoever asks it waiting for minutes, and no other bay waits with it. The carrier
/// is asked once for each insertion, its temperature every ten seconds, and nothing else of a drive that works.
/// </summary>
internal sealed class BayProbe(string path, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15), TemperatureEvery = TimeSpan.FromSeconds(10);
    private volatile BaySight _seen = new(null, null, null);
    private Task? _asking;
    private long _askedAt, _warmAt;
    private bool _warm;

    /// <param name="mayAsk">Whether a device may be asked: one in the middle of its own work is not to be.</param>
    public BaySight See(Predicate<string> mayAsk)
    {
        if (_asking is { IsCompleted: false })
        {
            return clock.GetElapsedTime(_askedAt) < Patience ? _seen : _seen with { Content = null, Trouble = "The drive does not answer." };
        }

        try
        {
            (string Device, long? Sequence)? now = BayContent.Glance(path);
            if (now is null)
            {
                return _seen = new BaySight(new BayContent { Device = null }, null, null);
            }

            bool other = _seen.Content is not { } known || known.Device != now.Value.Device || known.Sequence != now.Value.Sequence || _seen.Trouble is not null;
            if (other)
            {
                // What was said of the carrier before is not said of this one.
                (_seen, _warm) = (new BaySight(null, null, null), false);
                Ask(() => _seen = new BaySight(BayContent.Look(path), null, null));
            }
            else if (_seen.Content!.Drive is { } drive && (!_warm || clock.GetElapsedTime(_warmAt) >= TemperatureEvery))
            {
                (_warm, _warmAt) = (true, clock.GetTimestamp());
                bool ask = mayAsk(drive.Path);
                BaySight seen = _seen;
                Ask(() => _seen = seen with { Temperature = DriveTemperature.Of(drive, ask) });
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            _seen = new BaySight(null, null, unreadable.Message);
        }

        return _seen;
    }

    /// <summary>Waits for the answer that is on its way, but not for long.</summary>
    public Task SettleAsync() => (_asking ?? Task.CompletedTask).WaitAsync(Patience, clock);

    private void Ask(Action question)
    {
        _askedAt = clock.GetTimestamp();
        _asking = Task.Factory.StartNew(
            () =>
            {
                try
                {
                    question();
                }
                catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or TargetRefusedException)
                {
                    _seen = new BaySight(null, null, failed.Message);
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }
}
