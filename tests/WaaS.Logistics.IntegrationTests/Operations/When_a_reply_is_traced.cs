using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using WaaS.Logistics.IntegrationTests.Crash;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Operations;

/// <summary>
/// Looks at the system calls of the real program: between the commit's frames in the log and the reply's first byte there must be an fsync of
/// the log that has returned.
/// </summary>
public sealed partial class When_a_reply_is_traced(ITestOutputHelper output)
{
    [Fact]
    public async Task The_log_is_synced_before_the_first_byte_leaves()
    {
        using var folder = new TempFolder();
        var state = new EndState(new EmbeddedStack(), folder.Path);
        await using var waas = await WaasProcess.Start(folder.Path, new EmbeddedStack());
        await ProgramVisitor.SetUp(waas, "office");
        await ProgramVisitor.SignIn(waas.Http);
        await Poll.Until(async () => await state.InOutbox() == 0 && await state.Waiting() == 0, TimeSpan.FromSeconds(60), "the program is at rest");

        var calls = await Trace(waas, folder.Path, async () =>
        {
            using var csv = new StringContent("contract,customer,reseller,start,termMonths,manufacturer,model,serial,carrierSlots\nT-1,Muster AG,,2026-06-01,36,Lenovo,T14,TRACED01,1\n", Encoding.UTF8, "text/csv");
            using var answer = await waas.Http.PostAsync("/contracts/api/imports", csv);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        });

        var between = Between(calls);
        output.WriteLine($"{between.Count} calls between request and reply; syncs of the log: {between.Count(call => LogSync().IsMatch(call))}");
        Assert.True(IsSynced(between));
        // The same calls without the syncs must not pass, or the check would prove nothing.
        Assert.False(IsSynced([.. between.Where(call => !call.Contains("sync"))]));
    }

    private static List<string> Between(IReadOnlyList<string> calls)
    {
        var request = calls.ToList().FindIndex(call => call.Contains("POST /contracts/api/imports"));
        var reply = calls.ToList().FindIndex(Math.Max(request, 0), call => call.Contains("HTTP/1.1 200"));
        Assert.True(request >= 0 && reply > request, $"The trace shows no request and reply:\n{string.Join('\n', calls.Take(50))}");
        return [.. calls.Skip(request).Take(reply - request + 1)];
    }

    private static bool IsSynced(IReadOnlyList<string> calls)
    {
        var syncing = new HashSet<string>();
        var written = false;
        foreach (var call in calls)
        {
            var thread = call.Split(' ')[0];
            if (LogWrite().IsMatch(call))
                written = true;
            else if (written && LogSync().IsMatch(call))
            {
                if (call.EndsWith("= 0", StringComparison.Ordinal))
                    return true;
                syncing.Add(thread);
            }
            else if (call.Contains("sync resumed>") && call.EndsWith("= 0", StringComparison.Ordinal) && syncing.Contains(thread))
                return true;
        }
        return false;
    }

    private static async Task<IReadOnlyList<string>> Trace(WaasProcess waas, string folder, Func<Task> work)
    {
        var file = Path.Combine(folder, "calls.txt");
        var start = new ProcessStartInfo("strace", ["-f", "-y", "-s", "60", "-o", file, "-e", "trace=pwrite64,fsync,fdatasync,recvmsg,recvfrom,read,sendmsg,sendto,write,writev", "-p", $"{waas.Id}"]) { RedirectStandardError = true };
        using var strace = Process.Start(start)!;
        await strace.StandardError.ReadLineAsync();
        await work();
        await Poll.Until(() => File.Exists(file) && File.ReadAllText(file).Contains("HTTP/1.1 200"), TimeSpan.FromSeconds(20), "the reply is in the trace");
        strace.Kill(entireProcessTree: false);
        await strace.WaitForExitAsync();
        return await File.ReadAllLinesAsync(file);
    }

    [GeneratedRegex(@"pwrite64\(\d+<[^>]*waas\.db-wal>")]
    private static partial Regex LogWrite();

    [GeneratedRegex(@"f(data)?sync\(\d+<[^>]*waas\.db-wal>")]
    private static partial Regex LogSync();
}
