using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Station;
using WaaS.Logistics.Tests.Erasure;
using Xunit;

namespace WaaS.Logistics.Tests.Station;

public sealed class When_a_machine_wipes_itself
{
    [Fact]
    public async Task The_key_is_on_the_server_before_the_hold_is_asked_and_before_the_first_write()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(1 << 20);
        byte[] before = ImageFile.Read(image);
        station.Server.OnHold = () =>
        {
            JournalEntry kept = Assert.Single(station.Server.Journals);
            Assert.Equal(JournalState.Prepared, kept.State);
            Assert.Equal(32, kept.KeyHex.Length);
            Assert.Equal(before, Workbench.Peek(image));
            return Task.CompletedTask;
        };

        Assert.True(await station.WipeOwnAsync(default, "--image", image) == ExitCode.Done, station.Errors);

        Assert.Equal([JournalState.Prepared, JournalState.Writing], station.Server.Journals.Take(2).Select(entry => entry.State));
        Assert.Empty(station.Server.Complaints);
        Assert.Empty(Assert.Single(station.Server.Judgements).Findings);
        Assert.Equal(StationBench.Device, station.Server.Evidence[0].Document.Host.Serial);
        Assert.Contains("CLEARED", station.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_place_for_the_journal_nothing_is_written()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(1 << 20);
        byte[] before = ImageFile.Read(image);
        station.Server.KeepsNoJournal = true;

        Assert.Equal(ExitCode.NoJournal, await station.WipeOwnAsync(default, "--image", image));

        Assert.Equal(before, ImageFile.Read(image));
        Assert.Contains("DO NOT WIPE", station.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(station.Server.Asked, asked => asked.EndsWith("/hold", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_second_pass_waits_until_its_key_is_on_the_server()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(1 << 20);
        station.Server.Job = station.Server.Job! with
        {
            ProcedureKey = "random-2-verify-full", Steps = StationBench.Steps(2),
            Passes = [.. Enumerable.Range(1, 2).Select(number => new ProcedurePass { Number = number, Pattern = OverwritePattern.Random, Generator = "aes-128-ctr" })],
        };
        bool waited = false;
        station.Heard = said =>
        {
            if (said.StartsWith("overwriting 100.0", StringComparison.Ordinal) && !waited)
            {
                station.Server.KeepsNoJournal = true;
            }

            if (said.Contains("the wipe waits", StringComparison.Ordinal))
            {
                waited = true;
                Assert.Single(station.Server.Journals.Select(entry => entry.KeyHex).Distinct());
                station.Server.KeepsNoJournal = false;
            }
        };

        Assert.True(await station.WipeOwnAsync(default, "--image", image) == ExitCode.Done, station.Errors);

        Assert.True(waited, station.Errors);
        Assert.Equal(2, station.Server.Journals.Select(entry => entry.KeyHex).Distinct().Count());
        Assert.Empty(station.Server.Judgements[0].Findings);
    }

    [Fact]
    public async Task Proven_and_switched_off_before_the_report_it_is_read_again_and_not_written_again()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(1 << 20);
        station.Server.TakesNoEvidence = true;
        using var off = new CancellationTokenSource();
        station.Heard = said =>
        {
            if (said.Contains("LEAVE IT ON", StringComparison.Ordinal))
            {
                off.Cancel();
            }
        };
        Assert.Equal(ExitCode.StoredForLater, await station.WipeOwnAsync(off.Token, "--image", image));
        Assert.Contains("NOT REPORTED", station.Errors, StringComparison.Ordinal);
        byte[] wiped = ImageFile.Read(image);
        station.Server.TakesNoEvidence = false;

        Assert.True(await station.WipeOwnAsync(default, "--image", image) == ExitCode.Done, station.Errors);

        Assert.Equal(wiped, ImageFile.Read(image));
        Assert.Equal(2, station.Server.Boots.Select(boot => boot.BootId).Distinct().Count());
        Assert.Equal(2, station.Server.Steps.Select(step => step.Body.StationKeyId).Distinct().Count());
        Assert.Equal(1 << 20, station.Result.GetProperty("verifiedBytes").GetInt64());
        Assert.Empty(Assert.Single(station.Server.Judgements).Findings);
        Assert.Empty(station.Server.Complaints);
        StepRecord resumed = Assert.Single(station.Server.Steps, step => step.Body.Kind == StepKinds.PassResumed);
        Assert.Equal("1048576", resumed.Body.Payload.GetProperty("fromBytes").GetString());
    }

    [Fact]
    public async Task What_is_missing_is_asked_for()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(1 << 20);
        station.Machine = station.Machine with { Host = station.Machine.Host with { Serial = null } };
        station.Server.OrderedCarrier = null;
        station.Input = new StringReader($"{StationBench.Device}\nop-7\n{StationBench.Carrier[^4..].ToLowerInvariant()}\n");

        Assert.True(await station.WipeOwnAsync(default, "--image", image) == ExitCode.Done, station.Errors);

        Assert.Equal(StationBench.Device, Assert.Single(station.Server.Boots).ScannedSerial);
        Assert.Contains("Badge", station.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "DO NOT WIPE")]
    [InlineData("de", "NICHT LÖSCHEN")]
    public async Task A_drive_nobody_named_is_not_touched_and_the_console_says_so_large(string language, string verdict)
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(1 << 20);
        byte[] before = ImageFile.Read(image);
        station.Server.OrderedCarrier = null;
        string[] line = [.. station.OwnArguments().Where(part => part is not "--lang" and not "en"), "--lang", language, "--image", image, "--confirm", "0000"];

        Assert.Equal(ExitCode.Refused, await station.RunAsync(line));

        Assert.Contains($"##{verdict.PadLeft((60 + verdict.Length) / 2).PadRight(60)}##", station.Errors, StringComparison.Ordinal);
        Assert.Equal(before, ImageFile.Read(image));
    }

    [Fact]
    public async Task A_named_stick_keeps_the_journal_and_the_next_start_goes_on_from_it()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(1 << 20), stick = Stick(station, "WAAS-JOURNAL");
        station.Server.KeepsNoJournal = true;
        station.Server.TakesNoEvidence = true;
        using var off = new CancellationTokenSource();
        station.Heard = said =>
        {
            if (said.Contains("LEAVE IT ON", StringComparison.Ordinal))
            {
                off.Cancel();
            }
        };
        Assert.True(await station.WipeOwnAsync(off.Token, "--image", image, "--journal-at", stick) == ExitCode.StoredForLater, station.Errors);
        Assert.Contains("on the stick WAAS-JOURNAL", station.Errors, StringComparison.Ordinal);
        string file = Assert.Single(Directory.GetFiles(Path.Combine(stick, "waas-journal", StationBench.Device)));
        JournalEntry kept = new WipeJournal(file).Read()!;
        Assert.Equal((JournalState.Proven, StationBench.Carrier), (kept.State, kept.Serial));
        station.Server.TakesNoEvidence = false;

        Assert.True(await station.WipeOwnAsync(default, "--image", image, "--journal-at", stick) == ExitCode.Done, station.Errors);

        Assert.Contains("goes on at 1,048,576 of 1,048,576 bytes", station.Errors, StringComparison.Ordinal);
        Assert.Equal(kept.KeyHex, new WipeJournal(file).Read()!.KeyHex);
        Assert.Empty(station.Server.Judgements[0].Findings);
        Assert.Empty(station.Server.Journals);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("nameless")]
    [InlineData("absent")]
    [InlineData("system")]
    public async Task What_is_no_named_stick_keeps_no_journal(string place)
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(1 << 20);
        byte[] before = ImageFile.Read(image);
        string named = place switch
        {
            "memory" => station.Bench.SmallFileSystem(1 << 20),
            "nameless" => Stick(station, ""),
            "system" => "/var",
            _ => "/dev/disk/by-label/NOBODYS",
        };

        Assert.Equal(ExitCode.Refused, await station.WipeOwnAsync(default, "--image", image, "--journal-at", named));

        Assert.Equal(NamedStick.Rule, station.Result.GetProperty("rule").GetString());
        Assert.Equal(before, ImageFile.Read(image));
        Assert.Empty(station.Server.Boots);
    }

    [Fact]
    public async Task A_fleet_key_others_can_read_or_that_is_none_is_not_used()
    {
        await using StationBench station = await StationBench.EnrolledAsync();
        string image = station.OrderedImage(1 << 20);
        string[] line = [.. station.OwnArguments(), "--image", image];
        string key = station.Bench.Path_("fleet.key");
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Equal(ExitCode.Broken, await station.RunAsync(line));
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await File.WriteAllTextAsync(key, station.Server.Fleet.Public.Pem);
        Assert.Equal(ExitCode.Broken, await station.RunAsync(line));
        Assert.Empty(station.Server.Boots);
    }

    private static string Stick(StationBench station, string label)
    {
        string image = station.Bench.Image("stick.img", 4 << 20), place = Directory.CreateDirectory(station.Bench.Path_("stick")).FullName;
        Shell.Run("mke2fs", ["-q", "-F", .. label.Length > 0 ? new[] { "-L", label } : [], image]);
        string loop = station.Bench.Loop(image);
        Shell.Run("mount", loop, place);
        station.Bench.Undo(() => Shell.Run("umount", place));
        return place;
    }
}
