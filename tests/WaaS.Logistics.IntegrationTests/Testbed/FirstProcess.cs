using System.Diagnostics;
using System.Runtime.InteropServices;

namespace WaaS.Logistics.Testbed;

/// <summary>The program as the first process of a container: the kernel keeps from it every signal it has not asked for. Needs root, as wiping does.</summary>
internal static partial class FirstProcess
{
    private const int Sigterm = 15;
    private static readonly TimeSpan BeginsWithin = TimeSpan.FromSeconds(60), EndsWithin = TimeSpan.FromSeconds(40);

    /// <summary>Sends SIGTERM once the work is under way.</summary>
    public static async Task<WaasResult> Terminate(IStack stack, Func<bool> isUnderWay, TimeSpan later, params IEnumerable<string> arguments)
    {
        var start = WaasProgram.Command(stack, arguments);
        foreach (var part in (string[])[start.FileName, "--mount-proc", "--kill-child", "--fork", "--pid"])
            start.ArgumentList.Insert(0, part);
        start.FileName = "unshare";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await Poll.Until(() => isUnderWay() || process.HasExited, BeginsWithin, $"'waas {string.Join(' ', arguments)}' is under way");
            await Task.Delay(later);
            if (!process.HasExited && File.ReadAllText($"/proc/{process.Id}/task/{process.Id}/children").Trim() is { Length: > 0 } first)
                Assert.Equal(0, SendSignal(int.Parse(first, System.Globalization.CultureInfo.InvariantCulture), Sigterm));
            await Poll.Until(() => process.HasExited, EndsWithin, $"'waas {string.Join(' ', arguments)}' ends after SIGTERM");
            await process.WaitForExitAsync();
            return new WaasResult(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int process, int signal);
}
