using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Host.Commands;

/// <summary>What all subcommands share: the options, how settings are read, and how a refusal is worded.</summary>
internal static class CommandLine
{
    public const string DefaultUrl = "http://127.0.0.1:5080";
    public const int Failed = 1;
    public const int Refused = 2;
    private static readonly string[] KnownSections =
    [
        .. PlatformSettings.Known.Concat(Catalogue.Services.SelectMany(service => service.Settings)).Select(setting => setting.Key.Split(':')[0]).Distinct(),
        "Logging", "Kestrel", "AllowedHosts", "Serilog", "OTEL",
    ];

    public static readonly Option<string?> Data = new("--data") { Description = "Folder for the database, blobs, certificates and keys (default: ./data).", HelpName = "FOLDER", Recursive = true };
    public static readonly Option<string?> Urls = new("--urls") { Description = "Addresses to listen on (default: http://127.0.0.1:5080).", HelpName = "URLS", Recursive = true };
    public static readonly Option<string[]> Set = new("--set")
    {
        Description = "Any configuration key, as KEY=VALUE, for example --set Waas:Storage=postgres. Environment variables do the same: Waas__Storage=postgres.",
        HelpName = "KEY=VALUE",
        Recursive = true,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    public static async Task<int> Invoke(RootCommand root, string[] args)
    {
        root.Options.Add(Data);
        root.Options.Add(Urls);
        root.Options.Add(Set);
        root.SetAction((parsed, cancel) => RunCommand.Execute(parsed, cancel));
        return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, Ending.Told);
    }

    /// <summary>Runs a command's work; what a person can mend is said in one sentence, without a stack trace.</summary>
    public static async Task<int> Guard(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is SettingsException or DataFolderInUseException or DataFolderUnusableException or CommandRefusedException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Refused;
        }
        catch (Exception e) when (Surroundings.Say(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return Failed;
        }
    }

    /// <summary>For work whose failures are a person's to mend: the sentence is shown, not the stack.</summary>
    public static async Task<T> Sentences<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (!StorageFaults.IsFull(e) && e is InvalidOperationException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new CommandRefusedException(e.Message);
        }
    }

    public static WebApplicationBuilder Builder(ParseResult parsed)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(Overrides(parsed));
        if (builder.Configuration["urls"] is not { Length: > 0 } urls)
            builder.WebHost.UseUrls(DefaultUrl);
        else if (urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(url => !IsAddress(url)) is { } wrong)
            throw new CommandRefusedException($"'{wrong}' is no address to listen on. Write it like {DefaultUrl}, and several with a semicolon between them.");
        return builder;
    }

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http" or "https", Port: >= 0 and <= IPEndPoint.MaxPort };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static Dictionary<string, string?> Overrides(ParseResult parsed)
    {
        var overrides = new Dictionary<string, string?>();
        foreach (var pair in parsed.GetValue(Set) ?? [])
        {
            var at = pair.IndexOf('=');
            var key = at > 0 ? pair[..at] : "";
            if (!KnownSections.Contains(key.Split(':')[0], StringComparer.OrdinalIgnoreCase) || !key.Contains(':'))
                throw new CommandRefusedException($"'--set {pair}' names no setting. Write it as SECTION:KEY=VALUE, with a section of {string.Join(", ", KnownSections)}.");
            overrides[key] = pair[(at + 1)..];
        }
        if (parsed.GetValue(Data) is { Length: > 0 } data)
            overrides["Waas:Data"] = data;
        if (parsed.GetValue(Urls) is { Length: > 0 } urls)
            overrides["urls"] = urls;
        return overrides;
    }
}

internal sealed class CommandRefusedException(string message) : Exception(message);
