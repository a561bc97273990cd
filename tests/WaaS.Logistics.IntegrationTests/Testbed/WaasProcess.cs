using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace WaaS.Logistics.Testbed;

/// <summary>The real program as a child process: what is killed here dies as it would in the warehouse.</summary>
internal sealed partial class WaasProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(40);
    private readonly ConcurrentQueue<string> _output = new();
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _firstRunLink = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WaasProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = address };
    }

    public Uri Address { get; }

    /// <summary>Keeps cookies, follows no redirect.</summary>
    public HttpClient Http { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Every line printed so far, standard output and standard error.</summary>
    public IReadOnlyCollection<string> Output => _output;

    /// <summary>Starts and waits until the program says it is ready.</summary>
    public static async Task<WaasProcess> Start(string dataFolder, IStack stack, int? port = null, params IEnumerable<string> arguments)
    {
        var waas = Launch(dataFolder, stack, port, arguments);
        try
        {
            await waas.WaitUntilReady();
            return waas;
        }
        catch
        {
            await waas.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts without waiting, for a kill in the middle of the start.</summary>
    public static WaasProcess Launch(string dataFolder, IStack stack, int? port = null, params IEnumerable<string> arguments)
    {
        var address = new Uri($"http://127.0.0.1:{port ?? FreePort.Take()}");
        var start = WaasProgram.Command(stack, ["run", "--data", dataFolder, "--urls", address.GetLeftPart(UriPartial.Authority), .. arguments]);
        var waas = new WaasProcess(new Process { StartInfo = start }, address);
        waas._process.OutputDataReceived += (_, line) => waas.Read(line.Data);
        waas._process.ErrorDataReceived += (_, line) => waas.Read(line.Data);
        waas._process.Start();
        waas._process.StandardInput.Close();
        waas._process.BeginOutputReadLine();
        waas._process.BeginErrorReadLine();
        return waas;
    }

    public Task WaitUntilReady() => Poll.Until(IsReady, StartLimit, $"waas is ready on {Address}");

    /// <summary>The one-time link that creates the admin, as the first start prints it.</summary>
    public async Task<Uri> FirstRunLink()
    {
        await Poll.Until(() => _firstRunLink.Task.IsCompleted, TimeSpan.FromSeconds(10), $"a first-run link is printed.\n{Printed}");
        return await _firstRunLink.Task;
    }

    public async Task Kill9()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as systemd and a container engine stop it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        if (!_process.HasExited && SendSignal(_process.Id, Sigterm) != 0)
            throw new InvalidOperationException($"SIGTERM to {_process.Id} failed: {Marshal.GetLastPInvokeErrorMessage()}");
        await Poll.Until(() => _process.HasExited, StopLimit, $"waas stops after SIGTERM.\n{Printed}");
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await Kill9();
        Http.Dispose();
        _process.Dispose();
    }

    private string Printed => string.Join('\n', _output);

    private async Task<bool> IsReady()
    {
        if (_process.HasExited)
        {
            await _process.WaitForExitAsync();
            throw new InvalidOperationException($"waas ended with {_process.ExitCode} before it was ready:\n{Printed}");
        }
        try
        {
            using var response = await Http.GetAsync("/health/ready");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        if (FirstRun().Match(line) is { Success: true } link)
            _firstRunLink.TrySetResult(new Uri(link.Groups["link"].Value));
    }

    private const int Sigterm = 15;

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int process, int signal);

    [GeneratedRegex(@"^First start: open (?<link>https?://\S+)")]
    private static partial Regex FirstRun();
}
