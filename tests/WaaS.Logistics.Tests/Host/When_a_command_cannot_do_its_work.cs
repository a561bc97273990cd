using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;
using WaaS.Logistics.Host.Commands;

namespace WaaS.Logistics.Tests.Host;

public sealed class When_a_command_cannot_do_its_work
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("5080")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("ftp://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:5080;127.0.0.1:5081")]
    public void An_address_that_is_none_is_refused_before_anything_is_touched(string urls)
    {
        var refused = Assert.Throws<CommandRefusedException>(() => CommandLine.Builder(Parse(urls)));
        Assert.Contains("no address to listen on", refused.Message);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://*:80; https://[::]:443")]
    [InlineData("http://+:8080")]
    [InlineData("http://127.0.0.1:0/")]
    public void Whatever_can_be_listened_on_is_taken(string urls) => CommandLine.Builder(Parse(urls));

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_a_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://{other.LocalEndpoint}");
        await using var app = builder.Build();
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => app.StartAsync());
        Assert.Contains($"{other.LocalEndpoint}: address already in use. Stop the other program, or choose another address with --urls.", Surroundings.Say(fault));
    }

    [Fact]
    public async Task An_https_address_without_a_certificate_is_too()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls("https://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = null));
        await using var app = builder.Build();
        if (await Record.ExceptionAsync(() => app.StartAsync()) is { } fault)
            Assert.StartsWith("An https address needs a certificate", Surroundings.Say(fault));
        else
            Assert.Skip("This machine has a developer certificate.");
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_in_a_sentence_without_its_password()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        await using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={port};Username=waas;Password=not-to-be-told");
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => connection.OpenAsync());
        Assert.StartsWith("PostgreSQL cannot be reached", Surroundings.Say(fault));
        Assert.DoesNotContain("not-to-be-told", Surroundings.Say(fault));
    }

    [Theory]
    [InlineData(13, "cannot be written")]
    [InlineData(8, "cannot be written")]
    [InlineData(11, "is damaged")]
    [InlineData(26, "is damaged")]
    public void A_full_disk_or_a_damaged_file_is_said_in_a_sentence(int code, string sentence) =>
        Assert.Contains(sentence, Surroundings.Say(new InvalidOperationException("outer", new SqliteException("SQLite says so", code))));

    [Fact]
    public void A_fault_of_the_programs_own_keeps_its_stack()
    {
        Assert.Null(Surroundings.Say(new InvalidOperationException("a mistake of ours")));
        Assert.Null(Surroundings.Say(new SqliteException("no such column: x", 1)));
    }

    private static ParseResult Parse(string urls) => new RootCommand { CommandLine.Data, CommandLine.Urls, CommandLine.Set }.Parse(["--urls", urls]);
}
