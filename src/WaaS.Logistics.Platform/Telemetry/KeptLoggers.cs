using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace WaaS.Logistics.Platform.Telemetry;

/// <summary>One logger for each category. Serilog's own factory makes a new one each time, and EF Core asks for several with every context.</summary>
internal sealed class KeptLoggers(ILoggerFactory inner) : ILoggerFactory
{
    private readonly ConcurrentDictionary<string, ILogger> _kept = new();

    public ILogger CreateLogger(string categoryName) => _kept.GetOrAdd(categoryName, inner.CreateLogger);

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();
}
