using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Platform.Data.Embedded;
using WaaS.Logistics.Platform.Messaging.Embedded;
using Xunit;

namespace WaaS.Logistics.Tests.Platform.Messaging.Embedded;

/// <summary>A real bus on a real file. Disposing stops it as a service stops; <see cref="Abandon"/> leaves the file as a killed process would.</summary>
internal sealed class BusUnderTest : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly SqliteWriter _writer;
    private bool _stopped;

    private BusUnderTest(IHost host, SqliteWriter writer, string folder, ReleasedLeases released)
    {
        (_host, _writer, Folder, Released) = (host, writer, folder, released);
    }

    public string Folder { get; }

    public ReleasedLeases Released { get; }

    public IBus Bus => _host.Services.GetRequiredService<IBus>();

    public Heard Heard => _host.Services.GetRequiredService<Heard>();

    public LogLines Log => _host.Services.GetRequiredService<LogLines>();

    public SqliteWriter Writer => _writer;

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    public static async Task<BusUnderTest> Start(
        Action<IBusRegistrationConfigurator> consumers, string? folder = null,
        Action<IBusRegistrationContext, ISqlBusFactoryConfigurator>? bus = null, object? plan = null)
    {
        folder ??= Directory.CreateTempSubdirectory("waas-bus-").FullName;
        var file = Path.Combine(folder, "waas.db");
        var writer = new SqliteWriter($"Data Source={file};Pooling=False");
        await EmbeddedBusSchema.Ensure(writer);
        var released = await EmbeddedBusSchema.ReleaseLeases(writer);

        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        var log = new LogLines();
        builder.Logging.AddProvider(log);
        builder.Services.AddSingleton(log);
        builder.Services.AddSingleton<Heard>();
        if (plan is not null)
            builder.Services.AddSingleton(plan.GetType(), plan);
        builder.Services.AddSingleton(new EmbeddedBusStore(writer, $"Data Source={file};Pooling=False"));
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = true);
        builder.Services.AddMassTransit(x =>
        {
            x.SetKebabCaseEndpointNameFormatter();
            consumers(x);
            x.UsingEmbeddedBus((context, configurator) =>
            {
                bus?.Invoke(context, configurator);
                configurator.ConfigureEndpoints(context);
            });
        });
        var host = builder.Build();
        await host.StartAsync();
        return new(host, writer, folder, released);
    }

    /// <summary>The file as it lies on the disk at this moment, in a folder of its own: what a process killed now would leave.</summary>
    public async Task<string> Abandon()
    {
        var folder = Directory.CreateTempSubdirectory("waas-bus-").FullName;
        // In a turn of the writer nobody else writes. The copy is made by another process, because closing the file in this one would drop its locks.
        await _writer.RunAsync(_ =>
        {
            using var copy = Process.Start("sh", ["-c", $"cp '{Folder}'/waas.db '{Folder}'/waas.db-wal '{folder}'"]);
            copy.WaitForExit();
            Assert.Equal(0, copy.ExitCode);
        });
        return folder;
    }

    public Task<long> Count(string sql) => _writer.RunAsync(turn =>
    {
        using var command = turn.Command(sql);
        return (long)command.ExecuteScalar()!;
    });

    public Task Execute(string sql) => _writer.RunAsync(turn =>
    {
        using var command = turn.Command(sql);
        command.ExecuteNonQuery();
    });

    public Task<string?> Text(string sql) => _writer.RunAsync(turn =>
    {
        using var command = turn.Command(sql);
        return command.ExecuteScalar() as string;
    });

    public Task<long> InQueue(string queue, int type = 1) =>
        Count($"SELECT count(*) FROM bus_delivery d JOIN bus_queue q ON q.id = d.queue_id WHERE q.name = '{queue}' AND q.type = {type}");

    public async Task Stop()
    {
        if (_stopped)
            return;
        _stopped = true;
        await _host.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        if (_host is IAsyncDisposable host)
            await host.DisposeAsync();
        await _writer.DisposeAsync();
    }
}

/// <summary>What the consumers of a test heard, in order.</summary>
internal sealed class Heard
{
    private readonly List<(string Consumer, int Number, Guid MessageId)> _all = [];

    public void Note(string consumer, int number, Guid messageId)
    {
        lock (_all)
            _all.Add((consumer, number, messageId));
    }

    public IReadOnlyList<(string Consumer, int Number, Guid MessageId)> All
    {
        get
        {
            lock (_all)
                return [.. _all];
        }
    }

    public int[] Numbers(string consumer) => [.. All.Where(heard => heard.Consumer == consumer).Select(heard => heard.Number)];
}

internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly List<(LogLevel Level, string Text)> _lines = [];

    public IReadOnlyList<(LogLevel Level, string Text)> All
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        lock (_lines)
            _lines.Add((logLevel, formatter(state, exception) + exception?.Message));
    }

    public void Dispose()
    {
    }
}

internal static class Eventually
{
    public static async Task Holds(Func<bool> condition, string what, double seconds = 20) =>
        await Holds(() => Task.FromResult(condition()), what, seconds);

    public static async Task Holds(Func<Task<bool>> condition, string what, double seconds = 20)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started).TotalSeconds > seconds)
                Assert.Fail($"Not within {seconds} s: {what}");
            await Task.Delay(10);
        }
    }
}
