using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WaaS.Logistics.Rentals.AnnounceContractEnds;

/// <summary>Looks every quarter of an hour, and after each change, which contracts end. What was missed while the product stood still is caught up at start.</summary>
internal sealed class ContractCalendar(IServiceScopeFactory scopes, ContractEndsSignal signal, TimeProvider time, ILogger<ContractCalendar> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Interval;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var announced = await scope.ServiceProvider.GetRequiredService<AnnounceContractEnds>().Handle(stoppingToken);
                if (announced > 0)
                    (_, pause) = (LogAnnounced(announced), TimeSpan.FromMilliseconds(1));
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(e, "Ends of contracts could not be announced; tried again in {Pause}", PauseAfterFault);
                pause = PauseAfterFault;
            }
            await signal.Wait(pause, time, stoppingToken);
        }
    }

    private int LogAnnounced(int announced)
    {
        log.LogInformation("{Announced} contracts end soon or have ended", announced);
        return announced;
    }
}
