using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Crash;

/// <summary>
/// The program is killed each time it has taken one and the same message and has not saved it. The message must neither be lost nor be handed out for ever: after so many
/// deaths it waits on the page of failed messages, and tried again from there it has its effect once.
/// </summary>
/// <param name="between">What the program is told at a start between two deaths: what takes the message is enough.</param>
/// <param name="after">What it is told at the start after the last one, when the message has to have its effects.</param>
public abstract partial class When_a_message_takes_the_program_down_again_and_again<TStack>(TStack stack, int[] deaths, bool endsOnThePage, string[] between, string[] after, ITestOutputHelper output) where TStack : class, IStack
{
    private const string Queue = "returns-learn-device-on-device-rented";
    private const int Tries = 6;
    private readonly string _reason = $"The program died {(stack is EmbeddedStack ? 5 : 25)} times while this message was being handled. It is kept here; find out why before trying again.";

    [Fact]
    public async Task It_waits_on_the_page_and_is_applied_once_when_tried_again()
    {
        Assert.True(deaths.Sum() >= 12);
        // Where a lock of the whole file is the only way in, the message may slip through before it is seen: then another one is tried.
        for (var attempt = 1; !await Stays(attempt); attempt++)
            Assert.True(attempt < Tries, "The message was applied before its taking was seen, each time.");
    }

    /// <returns>False when the message was applied before a kill.</returns>
    private async Task<bool> Stays(int attempt)
    {
        using var folder = new TempFolder();
        var state = new EndState(stack, folder.Path);
        var serial = $"TWELVE-{attempt}";
        var waas = await WaasProcess.Start(folder.Path, stack);
        try
        {
            await ProgramVisitor.SetUp(waas, "office", "supervisor");
            await ProgramVisitor.SignIn(waas.Http);
            await using var holdup = stack.Settings["Waas:Storage"] == "postgres"
                ? await PostgresHoldup.Begin(stack.Settings["ConnectionStrings:Postgres"])
                : await SqliteHoldup.Begin(Path.Combine(folder.Path, "waas.db"), Queue);
            Func<Task> begin = () => Import(waas.Http, serial);
            for (var page = 1; page <= deaths.Length; page++)
            {
                for (var death = 1; death <= deaths[page - 1]; death++)
                {
                    if (!await Meets(holdup, state, serial, begin))
                        return false;
                    await waas.Kill9();
                    await holdup.Killed();
                    await waas.DisposeAsync();
                    waas = WaasProcess.Launch(folder.Path, stack, null, death < deaths[page - 1] ? between : after);
                    begin = () => Task.CompletedTask;
                }
                output.WriteLine($"{deaths[page - 1]} deaths");
                await waas.WaitUntilReady();
                if (!endsOnThePage)
                    break;
                var expected = page;
                await Poll.Until(async () => await state.Failures() >= expected && await state.FailedOpen() > 0, TimeSpan.FromSeconds(60), "the message waits on the page of failed messages");
                Assert.Equal($"{page} x {Queue} Open: {_reason}", await state.FailedInWords());
                Assert.False((await state.Fleet()).ContainsKey(serial));
                var alive = waas.Address;
                begin = () => TryAgain(alive);
            }
            await holdup.LetGo();
            await begin();
            await Poll.Until(async () => (await state.Fleet()).ContainsKey(serial), TimeSpan.FromSeconds(60), "the message has its effect");
            await Poll.Until(async () => await state.InOutboxes() == 0 && await state.Waiting() is null or 0, TimeSpan.FromSeconds(60), "nothing is on its way any more");
            Assert.Equal((1, 1), ((await state.Fleet())[serial], (await state.Recorded())[serial]));
            Assert.Equal(1, await state.AppliedBy("returns", "LearnDeviceOnDeviceRented"));
            Assert.Equal(0, await state.FailedOpen());
            return true;
        }
        finally
        {
            await waas.DisposeAsync();
        }
    }

    /// <returns>True: taken, and held up. False: applied before it was seen.</returns>
    private static async Task<bool> Meets(IHoldup holdup, EndState state, string serial, Func<Task> begin)
    {
        using var stop = new CancellationTokenSource();
        var caught = holdup.Caught(stop.Token);
        var begun = begin();
        while (!caught.IsCompleted)
        {
            if ((await state.Fleet()).ContainsKey(serial))
            {
                await stop.CancelAsync();
                await Task.WhenAny(caught);
                return false;
            }
            await Task.WhenAny(caught, Task.Delay(500));
        }
        await caught;
        // Answered or not, what it began is on its way; its program dies under it.
        await Task.WhenAny(begun, Task.Delay(1000));
        _ = begun.ContinueWith(late => late.Exception, TaskScheduler.Default);
        // Saved already and only not acknowledged yet is not what is looked for.
        return !(await state.Fleet()).ContainsKey(serial);
    }

    private static async Task Import(HttpClient http, string serial)
    {
        using var content = new StringContent($"contract,customer,reseller,start,termMonths,manufacturer,model,serial,carrierSlots\nC-{serial},Muster AG,Systemhaus Nord,2026-06-01,36,Lenovo,ThinkPad T14,{serial},1\n", Encoding.UTF8, "text/csv");
        using var answer = await http.PostAsync("/contracts/api/imports", content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task TryAgain(Uri address)
    {
        using var supervisor = new WebVisitor(address, "en");
        await supervisor.SignIn("worker", ProgramVisitor.Password);
        var list = await supervisor.Page("/admin/messages");
        Assert.Contains("The program died", list);
        var message = Message().Match(list).Value;
        using var answer = await supervisor.Submit(message, $"{message}/retry");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [GeneratedRegex("/admin/messages/[0-9a-f-]{36}")]
    private static partial Regex Message();
}

/// <summary>The first death makes the message a suspect among others; five more, while it alone was handled, are enough. Twice, that is twelve.</summary>
public sealed class When_a_message_takes_the_program_down_again_and_again_embedded(ITestOutputHelper output)
    : When_a_message_takes_the_program_down_again_and_again<EmbeddedStack>(new EmbeddedStack(), [6, 6], true, [], [], output);

/// <summary>The broker counts every delivery, of neighbours too: hence the limit of 25 there, and after twelve deaths the message is still tried, and applied.</summary>
public sealed class When_a_message_takes_the_program_down_again_and_again_on_servers(ServerStack stack, ITestOutputHelper output)
    : When_a_message_takes_the_program_down_again_and_again<ServerStack>(stack, Long ? [25] : [12], Long, ["--set", "Waas:Services=returns"], ContractImports.WhereTheyGo, output), IClassFixture<ServerStack>
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("WAAS_LONG") == "1";
}
