using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using WaaS.Logistics.Platform.Photos;

namespace WaaS.Logistics.Host.Scan;

/// <summary>Reads a stranger's photo in a process of its own, this same program as <c>waas scan image</c>: a fatal error of the decoder ends the process it happens in.</summary>
/// <param name="program">Another one, for tests of what a reader can do wrong.</param>
internal sealed class ReadPhotosApart(ReaderLimits limits, string? program = null) : IReadPhotos
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    // One at a time: the memory it may take, it takes once.
    private readonly SemaphoreSlim _free = new(1);

    public async Task<PhotoReading> Read(ReadOnlyMemory<byte> photo, CancellationToken cancel)
    {
        await _free.WaitAsync(cancel);
        try
        {
            return await Ask(photo, cancel);
        }
        finally
        {
            _free.Release();
        }
    }

    private async Task<PhotoReading> Ask(ReadOnlyMemory<byte> photo, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(limits.Deadline);
        Process? child = null;
        try
        {
            child = Process.Start(Command())!;
            limits.Bind(child.Id);
            var (answer, complaint) = (ReadAtMost(child.StandardOutput, deadline.Token), ReadAtMost(child.StandardError, deadline.Token));
            // While it is given the photo it is listened to: one that talks without end is ended before it has heard everything.
            var giving = Give(child, photo, deadline.Token);
            var line = await answer;
            await giving;
            await child.WaitForExitAsync(deadline.Token);
            return Understand(line) ?? new PhotoReading([], PhotoReadingEnd.Ended, $"exit code {child.ExitCode}: {await complaint}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new PhotoReading([], PhotoReadingEnd.TimedOut, $"ended after {limits.Deadline.TotalSeconds:0.#} s");
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or InvalidDataException or Win32Exception)
        {
            return new PhotoReading([], PhotoReadingEnd.Ended, e.Message);
        }
        finally
        {
            await deadline.CancelAsync();
            if (child is not null)
                await End(child);
        }
    }

    private ProcessStartInfo Command()
    {
        var start = new ProcessStartInfo(program ?? Path.Combine(AppContext.BaseDirectory, "waas"), ["scan", "image", "/dev/stdin"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        // Nothing of ours: no connection strings, no keys.
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/bin:/bin";
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = $"{limits.MemoryBytes / 2:X}";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }

    // A reader that ends before it has seen everything has its reasons; they are in its answer or its exit code.
    private static async Task Give(Process child, ReadOnlyMemory<byte> photo, CancellationToken cancel)
    {
        try
        {
            await using var input = child.StandardInput.BaseStream;
            await input.WriteAsync(photo, cancel);
        }
        catch (IOException)
        {
        }
    }

    private async Task<string> ReadAtMost(StreamReader stream, CancellationToken cancel)
    {
        var text = new System.Text.StringBuilder();
        var chunk = new char[4096];
        for (int read; (read = await stream.ReadAsync(chunk, cancel)) > 0;)
            if (text.Append(chunk, 0, read).Length > limits.AnswerBytes)
                throw new InvalidDataException("The reader said more than an answer can hold.");
        return text.ToString();
    }

    private static PhotoReading? Understand(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Answer>(line, Web) is { Codes: { } codes } answer
                ? new PhotoReading([.. codes.Where(code => code is { Text: not null, SymbologyIdentifier: not null })], answer.Error is null ? PhotoReadingEnd.Whole : PhotoReadingEnd.Damaged, answer.Error)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task End(Process child)
    {
        try
        {
            child.Kill(entireProcessTree: true);
            await child.WaitForExitAsync();
        }
        catch (InvalidOperationException)
        {
        }
        child.Dispose();
    }

    private sealed record Answer(PhotoCode[]? Codes, string? Error);
}
