using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.IntegrationTests.Sanitization;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.KeepJournal;
using WaaS.Logistics.Sanitization.KeepLease;
using WaaS.Logistics.Sanitization.OpenOrder;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.RecordSteps;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.InDevice;

public sealed class When_a_later_boot_takes_a_job_over_embedded(EmbeddedStack stack) : When_a_later_boot_takes_a_job_over(stack), IClassFixture<EmbeddedStack>;

public sealed class When_a_later_boot_takes_a_job_over_on_postgres(PostgresStack stack) : When_a_later_boot_takes_a_job_over(stack), IClassFixture<PostgresStack>;

public abstract class When_a_later_boot_takes_a_job_over(IStack stack) : IAsyncLifetime
{
    private static readonly TimeSpan Alive = TimeSpan.FromSeconds(29), Dead = TimeSpan.FromSeconds(31);
    private Workshop _workshop = null!;
    private SigningKey _fleet = null!;

    public async ValueTask InitializeAsync()
    {
        _workshop = await Workshop.Open(stack);
        _fleet = await WorkshopBoot.Fleet(_workshop);
    }

    public async ValueTask DisposeAsync()
    {
        _fleet?.Dispose();
        await _workshop.DisposeAsync();
    }

    [Fact]
    public async Task It_waits_until_the_earlier_one_has_been_silent_whatever_was_heard_of_it_last()
    {
        await Received("WAIT-1", ["WAIT-CARR"]);
        var (first, second) = (await Boot("WAIT-1"), await Boot("WAIT-1"));
        var own = await first.Claim("WAIT-CARR");
        foreach (var word in new Func<Task>[] { () => first.Beat(own.Job.JobId), () => first.Keep(own.Job.JobId, 1, 7), () => first.Post(own, StepKinds.JobClaimed) })
        {
            _workshop.Clock.Advance(Alive);
            await Refused("boot-alive", () => second.Claim("WAIT-CARR"));
            await word();
        }
        _workshop.Clock.Advance(Alive);
        await Refused("boot-alive", () => second.Claim("WAIT-CARR"));
        _workshop.Clock.Advance(Dead - Alive);

        var later = await second.Claim("WAIT-CARR");

        Assert.Equal((own.Job.JobId, true, 1L, 1L), (later.Job.JobId, later.Resumed, later.JournalRevision, later.LastStep!.Body.Sequence));
        Assert.Equal((second.Identity.Id, 2, JobState.Active), await Job(own, job => new ValueTuple<Guid, int, JobState>(job.StationId, job.Boots, job.State)));
        Assert.Equal([7], (await second.Journal(own.Job.JobId)).Content);
    }

    [Fact]
    public async Task A_lease_that_ran_out_is_no_obstacle_while_the_journal_is_kept_and_ends_no_minute_early()
    {
        await Received("LEASE-1", ["LEASE-CARR"]);
        var first = await Boot("LEASE-1");
        var own = await first.Claim("LEASE-CARR");
        await first.Keep(own.Job.JobId, 1, 7);
        _workshop.Clock.Advance(TimeSpan.FromMinutes(10));
        await Return();
        Assert.Equal(JobState.Active, await Job(own, job => job.State));
        _workshop.Clock.Advance(TimeSpan.FromSeconds(1));
        await Return();
        Assert.Equal(JobState.Expired, await Job(own, job => job.State));
        Assert.False((await first.MayWrite(own.Job.JobId)).Clear);

        var second = await Boot("LEASE-1");
        var later = await second.Claim("LEASE-CARR");

        Assert.Equal((own.Job.JobId, true), (later.Job.JobId, later.Resumed));
        Assert.Equal(_workshop.Clock.GetUtcNow() + TimeSpan.FromMinutes(10), later.Job.LeaseUntil);
        await Return();
        Assert.Equal((JobState.Active, 2), await Job(own, job => new ValueTuple<JobState, int>(job.State, job.Boots)));
        Assert.True((await second.MayWrite(own.Job.JobId)).Clear);
        await NothingMoreFrom(first, own);
    }

    [Fact]
    public async Task What_ran_out_and_left_nothing_to_go_on_with_is_begun_anew()
    {
        await Received("ANEW-1", ["ANEW-CARR"]);
        var first = await Boot("ANEW-1");
        var own = await first.Claim("ANEW-CARR");
        _workshop.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        await Return();

        var later = await (await Boot("ANEW-1")).Claim("ANEW-CARR");

        Assert.Equal(JobState.Expired, await Job(own, job => job.State));
        Assert.NotEqual(own.Job.JobId, later.Job.JobId);
        Assert.Equal((false, (long?)null, (StepRecord?)null), (later.Resumed, later.JournalRevision, later.LastStep));
        Assert.False((await first.MayWrite(own.Job.JobId)).Clear);
    }

    [Fact]
    public async Task The_earlier_one_can_say_nothing_more_of_it()
    {
        await Received("MUTE-1", ["MUTE-CARR"]);
        var (first, second) = (await Boot("MUTE-1"), await Boot("MUTE-1"));
        var own = await first.Claim("MUTE-CARR");
        await first.Keep(own.Job.JobId, 1, 7);
        _workshop.Clock.Advance(Dead);
        await second.Claim("MUTE-CARR");
        await NothingMoreFrom(first, own);
        Assert.Equal([7], (await second.Journal(own.Job.JobId)).Content);
    }

    [Theory]
    [InlineData("journal")]
    [InlineData("first journal")]
    [InlineData("steps")]
    [InlineData("heartbeat")]
    public async Task A_word_of_the_earlier_one_that_meets_the_taking_over_comes_too_late(string word)
    {
        var (machine, carrier) = ($"MEET-{word}", $"MEET-CARR-{word}");
        await Received(machine, [carrier]);
        var (first, second) = (await Boot(machine), await Boot(machine));
        var own = await first.Claim(carrier);
        if (word == "journal")
            await first.Keep(own.Job.JobId, 1, 7);
        _workshop.Clock.Advance(Dead);
        OwnJob? later = null;

        var refused = await Assert.ThrowsAsync<RefusedException>(() => _workshop.As("station", async services =>
        {
            // Between its look at whose job it is and its save, the job goes to the later boot: the row it is about to write has just changed.
            var changes = services.GetRequiredService<SanitizationDb>().ChangeTracker;
            void Meet(EntityEntryEventArgs change) => later ??= change.Entry.Entity is JobProgress == (word == "heartbeat") ? Task.Run(() => second.Claim(carrier)).GetAwaiter().GetResult() : null;
            changes.StateChanged += (_, change) => Meet(change);
            changes.Tracked += (_, change) =>
            {
                if (!change.FromQuery)
                    Meet(change);
            };
            return word switch
            {
                "steps" => (object)await services.GetRequiredService<StepLog>().Handle(first.Identity, own.Job.JobId, first.Steps(own, StepKinds.JobClaimed), default),
                "heartbeat" => await services.GetRequiredService<Heartbeats>().Handle(first.Identity, own.Job.JobId, WorkshopBoot.At(99), default),
                _ => await services.GetRequiredService<JournalDesk>().Keep(first.Identity, own.Job.JobId, new RunJournal { Revision = 2, Content = [8] }, default),
            };
        }));

        Assert.Equal((404, own.Job.JobId), (refused.Status, later!.Job.JobId));
        Assert.Equal(word == "journal" ? 1L : null, later.JournalRevision);
        Assert.Equal((later.JournalRevision, 0, (double?)null), await _workshop.Read(async db => (
            await db.JournalPages.Where(page => page.JobId == own.Job.JobId).Select(page => (long?)page.Revision).SingleOrDefaultAsync(),
            await db.Steps.CountAsync(step => step.JobId == own.Job.JobId),
            await db.Progress.Where(progress => progress.JobId == own.Job.JobId).Select(progress => progress.Temperature).SingleAsync())));
    }

    [Fact]
    public async Task Where_people_are_kept_apart_only_who_began_goes_on()
    {
        await Received("WHO-1", ["WHO-CARR"], need: "high");
        var (first, second) = (await Boot("WHO-1"), await Boot("WHO-1"));
        await Refused("operator-needed", () => first.Claim("WHO-CARR"));
        var own = await first.Claim("WHO-CARR", "B-anna");
        await first.Keep(own.Job.JobId, 1, 7);
        _workshop.Clock.Advance(Dead);
        foreach (var other in new[] { "B-otto", "no badge of anybody", null })
            await Refused("other-operator", () => second.Claim("WHO-CARR", other));
        Assert.Equal((first.Identity.Id, 1), await Job(own, job => new ValueTuple<Guid, int>(job.StationId, job.Boots)));

        Assert.Equal(own.Job.JobId, (await second.Claim("WHO-CARR", "B-anna")).Job.JobId);
        _workshop.Clock.Advance(TimeSpan.FromMinutes(11));
        await Return();
        // Neither does the end of the lease change who began.
        await Refused("other-operator", async () => await (await Boot("WHO-1")).Claim("WHO-CARR", "B-otto"));
    }

    [Fact]
    public async Task Where_they_are_not_anybody_goes_on_and_is_named()
    {
        await Received("ANY-1", ["ANY-CARR"]);
        var (first, second) = (await Boot("ANY-1"), await Boot("ANY-1"));
        var own = await first.Claim("ANY-CARR", "B-anna");
        _workshop.Clock.Advance(Dead);
        await second.Claim("ANY-CARR", "B-otto");
        Assert.Equal("otto", await Job(own, job => job.OperatorId));
    }

    [Fact]
    public async Task What_a_bench_began_is_the_benchs_however_long_it_is_silent()
    {
        await Received("BENCH-1", ["BENCH-CARR"]);
        var bench = await Bench.Enrol(_workshop);
        var job = await bench.Claim(carrier: "BENCH-CARR");
        var boot = await Boot("BENCH-1");
        _workshop.Clock.Advance(Dead);
        await Refused("nothing-open", () => boot.Claim("BENCH-CARR"));
        Assert.True((await bench.MayWrite(job)).Clear);
    }

    [Fact]
    public async Task Of_several_carriers_each_has_a_job_of_its_own_and_one_of_another_order_has_none()
    {
        await Received("MANY-1", ["MANY-CARR-1", "MANY-CARR-2"]);
        await Received("MANY-2", ["MANY-CARR-3"]);
        var (first, second) = (await Boot("MANY-1"), await Boot("MANY-1"));
        var (one, two) = (await first.Claim("MANY-CARR-1"), await first.Claim("MANY-CARR-2"));
        Assert.Equal(("S1", "S2"), (one.Job.Slot, two.Job.Slot));
        await Refused("carrier-differs", () => first.Claim("MANY-CARR-3"));
        _workshop.Clock.Advance(Dead);
        await first.Beat(two.Job.JobId);

        Assert.Equal(one.Job.JobId, (await second.Claim("MANY-CARR-1")).Job.JobId);
        await Refused("boot-alive", () => second.Claim("MANY-CARR-2"));
        Assert.Equal((first.Identity.Id, 1), await Job(two, job => new ValueTuple<Guid, int>(job.StationId, job.Boots)));
        Assert.Equal(2, await _workshop.Read(db => db.Jobs.CountAsync(job => job.Order!.Serial == "MANY-1")));
    }

    [Fact]
    public async Task How_warm_its_drive_is_is_the_last_it_said_and_nothing_once_it_says_nothing()
    {
        await Received("WARM-1", ["WARM-CARR"]);
        var boot = await Boot("WARM-1");
        var own = await boot.Claim("WARM-CARR");
        foreach (var degrees in new double?[] { null, 41.5, 63, null })
        {
            await boot.Beat(own.Job.JobId, degrees);
            Assert.Equal(degrees, await _workshop.Read(db => db.Progress.Where(progress => progress.JobId == own.Job.JobId).Select(progress => progress.Temperature).SingleAsync()));
        }
    }

    private async Task NothingMoreFrom(WorkshopBoot boot, OwnJob own)
    {
        var id = own.Job.JobId;
        var step = boot.Steps(own, StepKinds.JobClaimed).Records[0];
        var before = await State();
        (string Word, Func<Task> Say)[] words =
        [
            ("hold", () => boot.MayWrite(id)), ("heartbeat", () => boot.Beat(id, 99)), ("journal", () => boot.Keep(id, 9, 9)), ("journal read", () => boot.Journal(id)),
            ("steps", () => boot.Post(own, StepKinds.JobClaimed)), ("evidence", () => boot.Prove(own, step)),
        ];
        List<string> heard = [];
        foreach (var (word, say) in words)
            if (await Record.ExceptionAsync(say) is not RefusedException { Status: 404 })
                heard.Add(word);
        Assert.Empty(heard);
        Assert.Equal(before, await State());

        Task<string> State() => _workshop.Read(async db => string.Join(' ',
            await db.JournalPages.Where(page => page.JobId == id).Select(page => page.Hash).SingleOrDefaultAsync(), await db.Steps.CountAsync(row => row.JobId == id), await db.Evidence.CountAsync(row => row.JobId == id),
            await db.Journals.Where(journal => journal.JobId == id).Select(journal => journal.LastReadBy).SingleOrDefaultAsync(), await db.Progress.Where(row => row.JobId == id).Select(row => row.HeardAt).SingleAsync()));
    }

    private Task<WorkshopBoot> Boot(string serial) => WorkshopBoot.Start(_workshop, _fleet, serial);

    private Task Received(string serial, string[] carriers, string need = "normal") => _workshop.Deliver<OpenOrderOnDeviceReceived, Messages.Returns.DeviceReceived>(
        Sanitization.Documents.Arrival(serial, carriers.Length, [.. carriers.Select((carrier, at) => new CarrierSlot($"S{at + 1}", carrier))]) with { ProtectionNeed = need });

    private Task Return() => _workshop.Call<ReturnSilentJobs, int>("watch", silent => silent.Handle(default));

    private Task<T> Job<T>(OwnJob own, System.Linq.Expressions.Expression<Func<WipeJob, T>> what) => _workshop.Read(db => db.Jobs.Where(job => job.Id == own.Job.JobId).Select(what).SingleAsync());

    private static async Task Refused(string rule, Func<Task> claim) => Assert.Equal(rule, (await Assert.ThrowsAsync<RefusedException>(claim)).Rule);
}
