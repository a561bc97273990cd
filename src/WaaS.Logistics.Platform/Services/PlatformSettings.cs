using System.Globalization;
using Microsoft.Extensions.Configuration;
using Npgsql;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Telemetry;

namespace WaaS.Logistics.Platform.Services;

/// <summary>The product's own settings, section <c>Waas</c>. Everything has a default: without any configuration the product runs.</summary>
public sealed record PlatformSettings
{
    public const string Section = "Waas";

    public static IReadOnlyList<Setting> Known { get; } =
    [
        new("Waas:Data", "data", "a folder on a local disk"),
        new("Waas:Storage", "sqlite", "sqlite | postgres"),
        new("Waas:Bus", "(embedded with sqlite, rabbitmq with postgres)", "embedded | rabbitmq"),
        new("Waas:Services", "(all)", "names of services, separated by comma; with postgres only"),
        new("Waas:KeepFreeMegabytes", "100", "a whole number of megabytes from 0 to 1000000"),
        new("Waas:KeepSentDays", "14", "a whole number of days from 1 to 365"),
        new("Waas:PublicUrl", "(the address listened on)", "an http or https address"),
        new("ConnectionStrings:Postgres", "(none)", "a connection string of Npgsql; needed with postgres"),
        new("ConnectionStrings:RabbitMq", "(none)", "an amqp or amqps address; needed with postgres"),
    ];

    public required StorageOptions Storage { get; init; }

    /// <summary>Services this process runs; all of them unless the setting names some.</summary>
    public required IReadOnlyList<string> Services { get; init; }

    public required bool IsSplit { get; init; }

    /// <summary>The address people and certificates use, where it is not the one this process listens on.</summary>
    public string? PublicUrl { get; init; }

    /// <exception cref="SettingsException">A key or value is wrong; the message names it and says what would be right.</exception>
    public static PlatformSettings Read(IConfiguration configuration, IReadOnlyList<string> catalogue)
    {
        var section = configuration.GetSection(Section);
        RequireKnown(section, Known);
        var kind = Choice(section, "Storage", "sqlite", ("sqlite", StorageKind.Sqlite), ("postgres", StorageKind.Postgres));
        var bus = Choice(section, "Bus", kind == StorageKind.Sqlite ? "embedded" : "rabbitmq", ("embedded", StorageKind.Sqlite), ("rabbitmq", StorageKind.Postgres));
        if (bus != kind)
            throw new SettingsException(
                "Waas:Storage and Waas:Bus do not go together. Only two pairs start: sqlite with embedded, and postgres with rabbitmq.");
        RequireCollector(configuration);
        var services = ReadServices(section, catalogue);
        if (kind == StorageKind.Sqlite && services.Count < catalogue.Count)
            throw new SettingsException(
                "Waas:Services names only some services, but on the embedded database one process owns the file: leave the setting out, or set Waas:Storage=postgres.");
        return new PlatformSettings
        {
            Services = services,
            IsSplit = services.Count < catalogue.Count,
            PublicUrl = ReadPublicUrl(section),
            Storage = new StorageOptions
            {
                Kind = kind,
                DataFolder = Path.GetFullPath(section["Data"] is { Length: > 0 } folder ? folder : "data"),
                Postgres = kind == StorageKind.Postgres ? PostgresAddress(configuration) : null,
                RabbitMq = kind == StorageKind.Postgres ? RabbitMqAddress(configuration) : null,
                KeepFree = Whole(section, "KeepFreeMegabytes", 100, "megabytes", 0, 1_000_000) * 1_000_000L,
                KeepSent = TimeSpan.FromDays(Whole(section, "KeepSentDays", 14, "days", 1, 365)),
            },
        };
    }

    /// <exception cref="SettingsException">The section has a key that is not among the known ones.</exception>
    public static void RequireKnown(IConfigurationSection section, IReadOnlyList<Setting> known)
    {
        var keys = known.Select(setting => setting.Key).Where(key => key.StartsWith(section.Key + ":", StringComparison.Ordinal)).ToList();
        if (section.GetChildren().FirstOrDefault(child => !keys.Contains(child.Path, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new SettingsException($"There is no setting '{unknown.Path}'. Known are: {string.Join(", ", keys)}.");
    }

    private static List<string> ReadServices(IConfigurationSection section, IReadOnlyList<string> catalogue)
    {
        if (section["Services"] is not { Length: > 0 } list)
            return [.. catalogue];
        var names = list.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => name.ToLowerInvariant()).Distinct().ToList();
        return names.FirstOrDefault(name => !catalogue.Contains(name)) is { } stranger
            ? throw new SettingsException($"Waas:Services names '{stranger}', which is no service. Known are: {string.Join(", ", catalogue)}.")
            : names;
    }

    private static T Choice<T>(IConfigurationSection section, string key, string fallback, params (string Word, T Value)[] choices)
    {
        var word = section[key] is { Length: > 0 } set ? set : fallback;
        foreach (var (name, value) in choices)
            if (name.Equals(word, StringComparison.OrdinalIgnoreCase))
                return value;
        throw new SettingsException($"Waas:{key} is '{word}'. It can be {string.Join(" or ", choices.Select(c => c.Word))}.");
    }

    private static int Whole(IConfigurationSection section, string key, int fallback, string unit, int least, int most)
    {
        if (section[key] is not { Length: > 0 } text)
            return fallback;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new SettingsException($"Waas:{key} is '{text}'. It is a whole number of {unit} from {least} to {most}.");
    }

    private static string Required(IConfiguration configuration, string name, string example) =>
        configuration.GetConnectionString(name) is { Length: > 0 } value
            ? value
            : throw new SettingsException($"ConnectionStrings:{name} is missing. With Waas:Storage=postgres it is needed, for example {example}.");

    private static string PostgresAddress(IConfiguration configuration)
    {
        const string Form = "Host=...;Database=...;Username=...;Password=...";
        var address = Required(configuration, "Postgres", Form);
        try
        {
            return new NpgsqlConnectionStringBuilder(address) is { Host.Length: > 0 } ? address : throw new SettingsException($"ConnectionStrings:Postgres names no host. Write it as {Form}.");
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            // Without what was found: a password may stand in it.
            throw new SettingsException($"ConnectionStrings:Postgres cannot be read. Write it as {Form}.");
        }
    }

    private static string RabbitMqAddress(IConfiguration configuration)
    {
        var address = Required(configuration, "RabbitMq", "amqp://user:password@host:5672/vhost");
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps"
            ? address
            : throw new SettingsException("ConnectionStrings:RabbitMq is no amqp:// or amqps:// address.");
    }

    private static void RequireCollector(IConfiguration configuration)
    {
        if (configuration[Traces.Collector] is { Length: > 0 } text && !(Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            throw new SettingsException($"{Traces.Collector} is '{text}'. It is an address like http://127.0.0.1:4317.");
    }

    private static string? ReadPublicUrl(IConfigurationSection section)
    {
        if (section["PublicUrl"] is not { Length: > 0 } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? text.TrimEnd('/')
            : throw new SettingsException($"Waas:PublicUrl is '{text}'. It is an address like https://returns.example.org.");
    }
}

public sealed class SettingsException(string message) : Exception(message);
