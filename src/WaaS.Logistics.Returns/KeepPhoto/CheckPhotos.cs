using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WaaS.Logistics.Returns.KeepPhoto;

/// <summary>Photos that were kept and not looked at yet, one after another; also those of a process that ended before it came to them.</summary>
internal sealed class CheckPhotos(IServiceScopeFactory scopes, PhotoSignal signal, TimeProvider time, ILogger<CheckPhotos> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await Next(stoppingToken))
                {
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogWarning(e, "Checking photos failed and is tried again in {Rest}", Rest);
            }
            await signal.Wait(Rest, time, stoppingToken);
        }
    }

    private async Task<bool> Next(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CheckPhoto>().Next(cancel);
    }
}

/// <summary>Says that there is a photo to look at.</summary>
internal sealed class PhotoSignal
{
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _signal.Writer.TryWrite(true);

    public async Task Wait(TimeSpan atMost, TimeProvider time, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            await _signal.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
        }
    }
}
