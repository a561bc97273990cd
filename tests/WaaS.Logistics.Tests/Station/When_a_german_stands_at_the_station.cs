using WaaS.Logistics.Station;
using WaaS.Logistics.Station.CommandLine;
using WaaS.Logistics.Station.Server;
using Xunit;

namespace WaaS.Logistics.Tests.Station;

/// <summary>The server is asked to answer in German, and what is said of its answers is German too; codes stay what they are.</summary>
public sealed class When_a_german_stands_at_the_station : IAsyncLifetime
{
    private const string Reason = "Rechtliche Sperre: Az. 7";
    private StationBench _station = null!;
    private string _image = "";

    public async ValueTask InitializeAsync()
    {
        _station = await StationBench.EnrolledAsync();
        _image = _station.OrderedImage(1 << 20);
    }

    public ValueTask DisposeAsync() => _station.DisposeAsync();

    [Fact]
    public async Task A_held_carrier_is_refused_in_german_before_the_first_write()
    {
        byte[] before = File.ReadAllBytes(_image);
        _station.Server.Hold = Reason;

        Assert.Equal(ExitCode.Refused, await _station.WipeAsync(_image, "--lang", "de"));

        Assert.Contains($"abgelehnt: Der Auftrag ist gesperrt: {Reason}. Nichts wurde geschrieben.", _station.Errors, StringComparison.Ordinal);
        Assert.Equal(("refused", "order.held"), (_station.Result.GetProperty("outcome").GetString(), _station.Result.GetProperty("rule").GetString()));
        Assert.Equal(before, File.ReadAllBytes(_image));
        Assert.All(_station.Server.Languages, asked => Assert.Equal("de", asked));
    }

    [Fact]
    public async Task A_plan_and_a_watch_say_in_german_what_the_server_says()
    {
        _station.Server.Hold = Reason;
        Assert.Equal(ExitCode.Refused, await _station.RunAsync("plan", "--image", _image, "--data", _station.Data, "--lang", "de"));
        Assert.Contains($"abgelehnt: der Server gäbe keinen Auftrag für Datenträger {StationBench.Carrier}: {Reason}", _station.Errors, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, await _station.RunAsync("watch", "--data", _station.Data, "--once", "--lang", "de"));
        Assert.Contains("Server hört", _station.Output, StringComparison.Ordinal);
        await _station.Server.GoAwayAsync();
        await _station.RunAsync("watch", "--data", _station.Data, "--once", "--lang", "de");
        Assert.Contains("SERVER NICHT ERREICHBAR", _station.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Unreachable, await _station.RunAsync("plan", "--image", _image, "--data", _station.Data, "--lang", "de"));
        Assert.Contains("NICHT BEKANNT, ob Datenträger", _station.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_in_the_middle_is_said_in_german_on_the_console_of_the_device_itself()
    {
        string image = _station.OrderedImage(32 << 20);
        (_station.Server.Stop, _station.Server.StopReason) = (true, Reason);
        string[] line = [.. _station.OwnArguments().Where(part => part is not "--lang" and not "en"), "--lang", "de", "--image", image, "--limit-mb", "1"];

        Assert.NotEqual(ExitCode.Done, await _station.RunAsync(line));

        Assert.Contains($"Der Server hält an: {Reason}.", _station.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("server", _station.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", Language.German)]
    [InlineData("en", Language.English)]
    public void What_is_asked_for_counts(string asked, object language) =>
        Assert.Equal([language, language], [Languages.Of(["wipe", "--lang", asked]), Languages.Of(["wipe", $"--lang={asked}", "--json"])]);

    [Fact]
    public async Task Another_language_is_refused_with_the_two_there_are()
    {
        Assert.Equal(ExitCode.Usage, await _station.RunAsync("watch", "--data", _station.Data, "--lang", "fr"));
        Assert.Contains("--lang is de or en, not 'fr'", _station.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_outcome_has_a_word_of_its_own()
    {
        var german = Enum.GetValues<ExitCode>().Select(new LineWords(Language.German).Outcome).ToList();
        Assert.Equal(german.Count, german.Distinct().Count());
        Assert.All(Enum.GetValues<ExitCode>(), code => Assert.Equal(Speaker.Word(code), new LineWords(Language.English).Outcome(code)));
    }
}
